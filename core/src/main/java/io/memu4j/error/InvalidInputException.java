package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** What the caller passed cannot be used; correct it and call again. */
public final class InvalidInputException extends MemoryException {
    private static final long serialVersionUID = 1L;

    public InvalidInputException(String message) {
        this(message, null);
    }

    public InvalidInputException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
