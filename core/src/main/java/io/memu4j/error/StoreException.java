package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** The database failed. */
public final class StoreException extends MemoryException {
    private static final long serialVersionUID = 1L;

    private final boolean retriable;

    private StoreException(String message, @Nullable Throwable cause, boolean retriable) {
        super(message, cause);
        this.retriable = retriable;
    }

    /** A failure that may pass by itself, such as a time-out. */
    public static StoreException retriable(String message, @Nullable Throwable cause) {
        return new StoreException(message, cause, true);
    }

    /** A failure that stays until somebody changes something. */
    public static StoreException permanent(String message, @Nullable Throwable cause) {
        return new StoreException(message, cause, false);
    }

    @Override
    public boolean isRetriable() {
        return retriable;
    }
}
