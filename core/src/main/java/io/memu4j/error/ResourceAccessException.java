package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** A source cannot be fetched, or {@link io.memu4j.config.ResourcePolicy} does not allow it. */
public final class ResourceAccessException extends MemoryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception without a cause.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     */
    public ResourceAccessException(String message) {
        this(message, null);
    }

    /**
     * Creates an exception.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     * @param cause what failed, or null
     */
    public ResourceAccessException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
