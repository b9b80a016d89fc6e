package io.memu4j.ingest;

import io.memu4j.error.InvalidInputException;
import io.memu4j.ingest.ModalityReader.Reading;
import io.memu4j.ingest.text.BinaryFormat;
import io.memu4j.model.Modality;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All modalities that can be read, the more specific ones first. */
final class ModalityReaders {
    private static final List<ModalityReader> READERS = List.of(new ConversationReader(), new DocumentReader());

    private ModalityReaders() {}

    /** What was read, and as what. */
    record Recognised(Modality modality, Reading reading) {}

    /**
     * Reads the content as the modality asked for, or as the first that it fits.
     *
     * @throws InvalidInputException when there is none
     */
    static Recognised read(Content content, @Nullable Modality asked, ZoneId zone) {
        for (ModalityReader reader : READERS) {
            if (asked == null || asked == reader.modality()) {
                Optional<Reading> reading = reader.read(content, zone, asked != null);
                if (reading.isPresent()) {
                    return new Recognised(reader.modality(), reading.get());
                }
            }
        }
        throw unsupported(content, asked);
    }

    private static InvalidInputException unsupported(Content content, @Nullable Modality asked) {
        BinaryFormat binary = content.binary();
        String is = binary != null
                ? " is " + binary.words() + " (" + binary.mediaType() + ")"
                : " cannot be read as " + (asked == null ? "anything" : asked.key());
        String supported =
                READERS.stream().map(reader -> reader.modality().key()).collect(Collectors.joining(" and "));
        return new InvalidInputException(content.subject() + is + ". Expected a text: this version reads " + supported
                + " (JSON messages, 'Name: text' lines, plain text, Markdown). Images, audio, video, PDF and office"
                + " documents need a model or parser that is not part of it; convert the source to text first.");
    }
}
