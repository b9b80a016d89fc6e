package io.memu4j.benchmarks.quality;

/** A conversation cannot be read. The message names the file, what is wrong with it, and what was expected. */
final class InvalidConversationException extends RuntimeException {
    InvalidConversationException(String message) {
        super(message);
    }
}
