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

    /** What was written is there, but reading it back failed: whoever writes it again has it twice. */
    public static StoreException afterWrite(String what, StoreException cause) {
        return permanent(
                what + " was stored, but could not be read back. Do not store it again; read it later. "
                        + cause.getMessage(),
                cause);
    }

    @Override
    public boolean isRetriable() {
        return retriable;
    }
}
