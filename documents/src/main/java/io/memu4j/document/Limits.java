package io.memu4j.document;

import io.memu4j.error.InvalidInputException;
import io.memu4j.spi.document.DocumentSource;

/** Stops what takes too long, says too much, or was cancelled. One thread, one document. */
final class Limits {
    private static final int STRIDE = 256;

    private final DocumentSource document;
    private final long deadlineNanos = System.nanoTime() + DocumentSource.TIME_LIMIT.toNanos();
    private long length;
    private int steps;

    Limits(DocumentSource document) {
        this.document = document;
    }

    /** To be run for every small piece of work. */
    void step() {
        if (++steps % STRIDE == 0) {
            check();
        }
    }

    /** To be run for a larger piece of work. */
    void check() {
        document.checkpoint().run();
        if (System.nanoTime() - deadlineNanos > 0) {
            throw new InvalidInputException(document.subject() + " could not be read within "
                    + DocumentSource.TIME_LIMIT.toSeconds() + " seconds. Expected an ordinary document. Split it.");
        }
    }

    /** Counts a text that was found. */
    void text(int characters) {
        length += characters;
        if (length > DocumentSource.MAX_TEXT) {
            throw Refusal.tooLarge(document, DocumentSource.MAX_TEXT + " characters of text");
        }
    }
}
