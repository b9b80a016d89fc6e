package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** The item changed since the caller read it; read it again and decide anew. */
public final class VersionConflictException extends MemoryException {
    private static final long serialVersionUID = 1L;

    public VersionConflictException(String message) {
        this(message, null);
    }

    public VersionConflictException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
