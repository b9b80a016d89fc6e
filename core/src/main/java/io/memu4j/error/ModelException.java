package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** A model could not be reached or refused the request. */
public final class ModelException extends MemoryException {
    private static final long serialVersionUID = 1L;

    private final boolean retriable;

    private ModelException(String message, @Nullable Throwable cause, boolean retriable) {
        super(message, cause);
        this.retriable = retriable;
    }

    /** A failure that may pass by itself, such as a time-out. */
    public static ModelException retriable(String message, @Nullable Throwable cause) {
        return new ModelException(message, cause, true);
    }

    /** A failure that stays until somebody changes something. */
    public static ModelException permanent(String message, @Nullable Throwable cause) {
        return new ModelException(message, cause, false);
    }

    @Override
    public boolean isRetriable() {
        return retriable;
    }
}
