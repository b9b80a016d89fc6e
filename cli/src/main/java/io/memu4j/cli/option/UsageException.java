package io.memu4j.cli.option;

/** The command was called in a way that cannot be meant. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
