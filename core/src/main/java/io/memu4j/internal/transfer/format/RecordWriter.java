package io.memu4j.internal.transfer.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.Digests;
import io.memu4j.model.Category;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.transfer.TransferRecord;
import io.memu4j.spi.transfer.TransferSink;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ExportReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes records as lines of JSON; docs/export-format.md describes them. One thread. */
public final class RecordWriter implements TransferSink {
    private final OutputStream out;
    private final JsonFactory json = new JsonFactory();
    private final MessageDigest digest = Digests.newSha256();
    private long lines;

    public RecordWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes one object to the generator. */
    private interface Body {
        void write(JsonGenerator to) throws IOException;
    }

    public void begin(ExportOptions options, Instant now) {
        line("header", to -> {
            to.writeStringField("format", ExportFormat.NAME);
            to.writeNumberField("version", ExportFormat.VERSION);
            to.writeStringField("created_at", now.toString());
            to.writeBooleanField("vectors", options.vectors());
            to.writeBooleanField("copies", options.copies());
        });
    }

    @Override
    public void accept(long line, TransferRecord row) {
        if (row instanceof TransferRecord.OfScope scope) {
            line("scope", to -> scope(to, scope));
        } else if (row instanceof TransferRecord.OfCategory category) {
            line("category " + category.category().id(), to -> category(to, category.category(), category.vector()));
        } else if (row instanceof TransferRecord.OfResource resource) {
            line("resource " + resource.resource().id(), to -> resource(to, resource));
        } else if (row instanceof TransferRecord.OfPassage passage) {
            line("passage " + passage.passage().id(), to -> passage(to, passage.passage(), passage.vector()));
        } else if (row instanceof TransferRecord.OfCopy copy) {
            line("copy of the resource " + copy.resourceId(), to -> {
                to.writeStringField("kind", "copy");
                to.writeStringField("resource_id", copy.resourceId());
                to.writeBinaryField("bytes", copy.piece());
            });
        } else if (row instanceof TransferRecord.OfItem item) {
            line("item " + item.item().id(), to -> item(to, item));
        }
    }

    public void end(ExportReport report) {
        String checksum = HexFormat.of().formatHex(digest.digest());
        long before = lines;
        line("end", to -> {
            to.writeStringField("kind", "end");
            to.writeNumberField("lines", before);
            to.writeNumberField("scopes", report.scopes());
            to.writeNumberField("categories", report.categories());
            to.writeNumberField("resources", report.resources());
            to.writeNumberField("passages", report.passages());
            to.writeNumberField("items", report.items());
            to.writeNumberField("vectors", report.vectors());
            to.writeNumberField("copies", report.copies());
            to.writeStringField("sha256", checksum);
        });
    }

    private static void scope(JsonGenerator to, TransferRecord.OfScope row) throws IOException {
        to.writeStringField("kind", "scope");
        to.writeStringField("user_id", row.scope().userId());
        to.writeStringField("agent_id", row.scope().agentId());
        to.writeStringField("space", row.space() == null ? null : row.space().key());
    }

    private static void category(JsonGenerator to, Category category, float @Nullable [] vector) throws IOException {
        to.writeStringField("kind", "category");
        to.writeStringField("id", category.id());
        to.writeStringField("name", category.name());
        to.writeStringField("description", category.description());
        to.writeStringField("summary", category.summary());
        times(to, category.createdAt(), category.updatedAt());
        vector(to, vector);
    }

    private static void resource(JsonGenerator to, TransferRecord.OfResource row) throws IOException {
        Resource resource = row.resource();
        to.writeStringField("kind", "resource");
        to.writeStringField("id", resource.id());
        to.writeStringField("source_key", resource.sourceKey());
        to.writeStringField("url", resource.url());
        to.writeStringField("modality", resource.modality().key());
        to.writeStringField("state", resource.state().key());
        to.writeStringField("caption", resource.caption());
        to.writeStringField("missing", resource.missing());
        to.writeStringField("media_type", resource.mediaType());
        to.writeNumberField("byte_size", resource.byteSize());
        to.writeStringField("content_hash", resource.contentHash());
        to.writeStringField("fingerprint", resource.fingerprint());
        attributes(to, resource.attributes());
        times(to, resource.createdAt(), resource.updatedAt());
        to.writeNumberField("passages", row.passages());
        if (row.copyBytes() != null) {
            to.writeNumberField("copy_bytes", row.copyBytes());
        }
        vector(to, row.vector());
    }

    private static void passage(JsonGenerator to, Passage passage, float @Nullable [] vector) throws IOException {
        to.writeStringField("kind", "passage");
        to.writeStringField("id", passage.id());
        to.writeStringField("resource_id", passage.resourceId());
        to.writeNumberField("index", passage.index());
        to.writeNumberField("part", passage.part());
        to.writeStringField("speaker", passage.speaker());
        to.writeStringField("role", passage.role());
        to.writeStringField(
                "said_at", passage.saidAt() == null ? null : passage.saidAt().toString());
        to.writeStringField("text", passage.text());
        to.writeStringField("created_at", passage.createdAt().toString());
        vector(to, vector);
    }

    private static void item(JsonGenerator to, TransferRecord.OfItem row) throws IOException {
        MemoryItem item = row.item();
        to.writeStringField("kind", "item");
        to.writeStringField("id", item.id());
        to.writeStringField("memory_type", item.type().name());
        to.writeStringField("summary", item.summary());
        HappenedAt happened = item.happenedAt();
        if (happened != null) {
            to.writeObjectFieldStart("happened_at");
            to.writeStringField("start", happened.start().toString());
            to.writeStringField("end", happened.end().toString());
            to.writeStringField("precision", happened.precision().key());
            to.writeEndObject();
        }
        to.writeStringField("origin", item.origin().name().toLowerCase(Locale.ROOT));
        to.writeNumberField("reinforcements", item.reinforcements());
        to.writeStringField("reinforced_at", item.reinforcedAt().toString());
        attributes(to, item.attributes());
        ids(to, "passage_ids", item.passageIds());
        ids(to, "category_ids", item.categoryIds());
        times(to, item.createdAt(), item.updatedAt());
        ItemTruth.write(to, item, row.history());
        vector(to, row.vector());
    }

    private static void times(JsonGenerator to, Instant createdAt, Instant updatedAt) throws IOException {
        to.writeStringField("created_at", createdAt.toString());
        to.writeStringField("updated_at", updatedAt.toString());
    }

    private static void attributes(JsonGenerator to, Map<String, String> attributes) throws IOException {
        to.writeObjectFieldStart("attributes");
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            to.writeStringField(attribute.getKey(), attribute.getValue());
        }
        to.writeEndObject();
    }

    private static void ids(JsonGenerator to, String name, List<String> ids) throws IOException {
        to.writeArrayFieldStart(name);
        for (String id : ids) {
            to.writeString(id);
        }
        to.writeEndArray();
    }

    private static void vector(JsonGenerator to, float @Nullable [] vector) throws IOException {
        if (vector != null) {
            to.writeBinaryField("vector", VectorText.bytes(vector));
        }
    }

    /** @throws InvalidInputException when it would be longer than an import reads */
    private void line(String what, Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try {
            try (JsonGenerator to = json.createGenerator(bytes)) {
                to.writeStartObject();
                body.write(to);
                to.writeEndObject();
            }
            requireReadable(what, bytes.size());
            bytes.write('\n');
            bytes.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        digest.update(bytes.toByteArray());
        lines++;
    }

    private static void requireReadable(String what, int size) {
        if (size > ExportFormat.MAX_LINE) {
            throw new InvalidInputException("The " + what + " cannot be exported: it takes " + size
                    + " bytes, and no import reads a line of more than " + ExportFormat.MAX_LINE
                    + ". Delete it, or some of the sources it cites, and export again.");
        }
    }
}
