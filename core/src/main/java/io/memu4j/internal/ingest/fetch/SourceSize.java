package io.memu4j.internal.ingest.fetch;

import io.memu4j.error.InvalidInputException;

/** The limits on the length of a source. */
public final class SourceSize {
    private SourceSize() {}

    /**
     * Lets a source pass that has some bytes and not too many.
     *
     * @throws InvalidInputException when there are no bytes, or more than {@code maxBytes}
     */
    public static void requireWithin(String subject, long bytes, long maxBytes) {
        if (bytes == 0) {
            throw empty(subject);
        }
        if (bytes > maxBytes) {
            throw new InvalidInputException(subject + " has " + bytes + " bytes. Expected at most " + maxBytes
                    + ". Split it, or raise MemorizeConfig.maxSourceBytes.");
        }
    }

    /** The refusal of a source without text. */
    public static InvalidInputException empty(String subject) {
        return new InvalidInputException(subject + " is empty. Expected text.");
    }
}
