package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** The scope has no such resource, item or category. An id of another scope counts as unknown. */
public final class NotFoundException extends MemoryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception without a cause.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     */
    public NotFoundException(String message) {
        this(message, null);
    }

    /**
     * Creates an exception.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     * @param cause what failed, or null
     */
    public NotFoundException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
