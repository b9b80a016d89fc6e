package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** The database's schema does not fit this version; the message names the migrate command. */
public final class SchemaOutOfDateException extends MemoryException {
    private static final long serialVersionUID = 1L;

    public SchemaOutOfDateException(String message) {
        this(message, null);
    }

    public SchemaOutOfDateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
