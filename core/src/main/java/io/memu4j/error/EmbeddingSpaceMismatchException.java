package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** The scope's vectors were made by another embedding model than the configured one. */
public final class EmbeddingSpaceMismatchException extends MemoryException {
    private static final long serialVersionUID = 1L;

    public EmbeddingSpaceMismatchException(String message) {
        this(message, null);
    }

    public EmbeddingSpaceMismatchException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
