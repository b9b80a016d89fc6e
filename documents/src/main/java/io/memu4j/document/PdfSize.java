package io.memu4j.document;

import io.memu4j.spi.document.DocumentSource;

/**
 * Adds up what the streams of a PDF document expand to. What says that it is a picture has a limit of its own: its pixels are not looked
 * at, but the file may use it as something else all the same. One document.
 */
final class PdfSize {
    /** The most one stream may have, and all that are no pictures together. */
    static final long MOST = DocumentSource.MAX_EXPANDED_BYTES;

    private static final long MOST_OF_PICTURES = 4 * MOST;

    private final DocumentSource source;
    private long texts;
    private long pictures;

    PdfSize(DocumentSource source) {
        this.source = source;
    }

    /** @throws io.memu4j.error.InvalidInputException when it is too much now */
    void add(long stream, boolean isPicture) {
        texts += isPicture ? 0 : stream;
        pictures += isPicture ? stream : 0;
        if (Math.max(texts, stream) > MOST) {
            throw tooLarge();
        }
        if (pictures > MOST_OF_PICTURES) {
            throw Refusal.tooLarge(source, (MOST_OF_PICTURES >> 20) + " MiB");
        }
    }

    RuntimeException tooLarge() {
        return Refusal.tooLarge(source, (MOST >> 20) + " MiB");
    }
}
