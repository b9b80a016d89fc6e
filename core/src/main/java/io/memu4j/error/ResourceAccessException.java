package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** A source could not be fetched, or the policy does not allow it. */
public final class ResourceAccessException extends MemoryException {
    private static final long serialVersionUID = 1L;

    public ResourceAccessException(String message) {
        this(message, null);
    }

    public ResourceAccessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
