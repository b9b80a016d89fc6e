package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** The schema of the database does not fit this version. The message names the command that migrates it. */
public final class SchemaOutOfDateException extends MemoryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception without a cause.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     */
    public SchemaOutOfDateException(String message) {
        this(message, null);
    }

    /**
     * Creates an exception.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     * @param cause what failed, or null
     */
    public SchemaOutOfDateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
