package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** A model could not be reached or refused the request. */
public final class ModelException extends MemoryException {
    private static final long serialVersionUID = 1L;

    private final boolean retriable;
    private final int retries;

    private ModelException(String message, @Nullable Throwable cause, boolean retriable, int retries) {
        super(message, cause);
        this.retriable = retriable;
        this.retries = retries;
    }

    /** A failure that may pass by itself, such as a time-out. */
    public static ModelException retriable(String message, @Nullable Throwable cause) {
        return new ModelException(message, cause, true, 0);
    }

    /** A failure that stays until somebody changes something. */
    public static ModelException permanent(String message, @Nullable Throwable cause) {
        return new ModelException(message, cause, false, 0);
    }

    /** The same failure, met that many times before it was given up. */
    public ModelException after(int attempts) {
        return new ModelException(String.valueOf(getMessage()), getCause(), retriable, attempts);
    }

    /** Attempts that failed before the last one, from 0. */
    public int retries() {
        return retries;
    }

    @Override
    public boolean isRetriable() {
        return retriable;
    }
}
