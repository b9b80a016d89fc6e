package io.memu4j.internal.ingest;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.ModalityReader.Reading;
import io.memu4j.internal.ingest.text.BinaryFormat;
import io.memu4j.model.Modality;
import io.memu4j.spi.document.DocumentParser;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All modalities that can be read, the more specific ones first. */
final class ModalityReaders {
    private final List<ModalityReader> readers;

    /** @param answerTokens how long a model's description of what it sees may get */
    ModalityReaders(List<DocumentParser> parsers, int answerTokens) {
        readers = List.of(
                new ConversationReader(),
                new ImageReader(answerTokens),
                new AudioReader(),
                new VideoReader(System.getenv("PATH"), answerTokens),
                new DocumentReader(parsers));
    }

    /** What was read, and as what. */
    record Recognised(Modality modality, Reading reading) {}

    /**
     * Reads the content as the modality asked for, or as the first that it fits.
     *
     * @throws InvalidInputException when there is none
     */
    Recognised read(Content content, @Nullable Modality asked, ZoneId zone) {
        for (ModalityReader reader : readers) {
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
        String expected = asked == null
                ? "Expected a conversation, a document, an image, a recording or a video."
                : "Expected " + asked.key() + ", as the request says. Leave the modality out to have it recognised.";
        return new InvalidInputException(content.subject() + is + ". " + expected);
    }
}
