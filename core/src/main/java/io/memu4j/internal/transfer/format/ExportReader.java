package io.memu4j.internal.transfer.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.Digests;
import io.memu4j.spi.transfer.TransferRecord;
import io.memu4j.spi.transfer.TransferSink;
import io.memu4j.transfer.ExportReport;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads an export line by line, and checks it against its last line. One use. */
public final class ExportReader {
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final LineReader lines;
    private final MessageDigest digest = Digests.newSha256();
    private final RecordReader records = new RecordReader();

    public ExportReader(InputStream in) {
        this.lines = new LineReader(in);
    }

    /**
     * Hands over every record.
     *
     * @return what is missing where the file was cut off, or null when it is whole
     * @throws InvalidInputException naming the line, when one is wrong
     */
    @Nullable
    public String read(TransferSink sink) throws IOException {
        requireHeader(lines.next());
        byte[] line = lines.next();
        while (line != null) {
            boolean cut = !lines.ended();
            JsonNode object;
            try {
                object = JSON.readTree(line);
            } catch (JsonProcessingException | CharConversionException e) {
                if (cut) {
                    return "The export ends within line " + lines.number() + "; what comes after is missing.";
                }
                throw fault("it is no JSON object", e);
            }
            if (object.path("kind").asText().equals("end")) {
                requireEnd(object);
                return null;
            }
            digest(line);
            deliver(object, sink);
            line = lines.next();
        }
        return "The export ends after line " + lines.number() + "; what comes after is missing.";
    }

    /**
     * Compares everything with the last line, without looking at the records.
     *
     * @throws InvalidInputException when the file is cut off or changed
     */
    public ExportReport verify() throws IOException {
        requireHeader(lines.next());
        byte[] line = lines.next();
        for (byte[] next = lines.next(); line != null; next = lines.next()) {
            if (next == null) {
                return end(line);
            }
            digest(line);
            line = next;
        }
        throw notWhole(null);
    }

    private ExportReport end(byte[] line) {
        try {
            JsonNode end = JSON.readTree(line);
            if (end.path("kind").asText().equals("end")
                    && checksum().equals(end.path("sha256").asText())) {
                return new ExportReport(
                        end.path("scopes").asLong(),
                        end.path("categories").asLong(),
                        end.path("resources").asLong(),
                        end.path("passages").asLong(),
                        end.path("items").asLong(),
                        end.path("vectors").asLong(),
                        end.path("copies").asLong(),
                        0);
            }
        } catch (IOException e) {
            throw notWhole(e);
        }
        throw notWhole(null);
    }

    private void requireHeader(byte @Nullable [] line) {
        try {
            JsonNode header = line == null ? JSON.readTree("null") : JSON.readTree(line);
            if (!ExportFormat.NAME.equals(header.path("format").asText())) {
                throw new InvalidInputException(
                        "This is not an export of memu4j: its first line does not say so. Use a file of 'memu export'.");
            }
            int version = header.path("version").asInt();
            if (version < 1 || version > ExportFormat.VERSION) {
                throw new InvalidInputException(
                        "The export has version " + version + " of the format, expected is 1 to " + ExportFormat.VERSION
                                + ". Import it with the memu4j that wrote it, or a newer one.");
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    "This is not an export of memu4j: its first line is no JSON. Use a file of 'memu export'.", e);
        }
        if (line != null) {
            digest(line);
        }
    }

    private void deliver(JsonNode object, TransferSink sink) {
        TransferRecord row;
        try {
            row = records.read(object);
        } catch (Fields.Fault e) {
            throw fault(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) { // whatever a parser objects to; its message may quote what people said
            throw fault(
                    "a field has a value that it cannot have (" + e.getClass().getSimpleName() + ")", null);
        }
        sink.accept(lines.number(), row);
    }

    private void requireEnd(JsonNode end) throws IOException {
        if (!checksum().equals(end.path("sha256").asText()) || lines.next() != null) {
            throw notWhole(null);
        }
    }

    private void digest(byte[] line) {
        digest.update(line);
        digest.update((byte) '\n');
    }

    private String checksum() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private InvalidInputException fault(String what, @Nullable Exception cause) {
        return new InvalidInputException(
                "Line " + lines.number() + " of the export cannot be used: " + what
                        + ". Its batch was not imported; what came before it was.",
                cause);
    }

    private static InvalidInputException notWhole(@Nullable Exception cause) {
        return new InvalidInputException(
                "The export is not whole: it was cut off or changed after it was written. Export again, or import what is"
                        + " whole with --partial (ImportOptions.takingWhatIsWhole).",
                cause);
    }
}
