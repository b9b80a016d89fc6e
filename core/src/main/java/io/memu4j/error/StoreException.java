package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** The database failed. */
public final class StoreException extends MemoryException {
    private static final long serialVersionUID = 1L;

    private final boolean retriable;
    private final boolean written;

    private StoreException(String message, @Nullable Throwable cause, boolean retriable, boolean written) {
        super(message, cause);
        this.retriable = retriable;
        this.written = written;
    }

    /**
     * Returns an exception for a failure that may pass, such as a time-out.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     * @param cause what failed, or null
     * @return the exception
     */
    public static StoreException retriable(String message, @Nullable Throwable cause) {
        return new StoreException(message, cause, true, false);
    }

    /**
     * Returns an exception for a failure that stays until somebody changes something.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     * @param cause what failed, or null
     * @return the exception
     */
    public static StoreException permanent(String message, @Nullable Throwable cause) {
        return new StoreException(message, cause, false, false);
    }

    /**
     * Returns an exception for a write that was committed but could not be read back. Repeating the write would store it twice.
     *
     * @param what the subject of the message, for example {@code The item}
     * @param cause why it could not be read back
     * @return the exception, which is not retriable
     */
    public static StoreException afterWrite(String what, StoreException cause) {
        return new StoreException(
                what + " was stored, but could not be read back. Do not store it again; read it later. "
                        + cause.getMessage(),
                cause,
                false,
                true);
    }

    /** {@return whether the write was committed all the same, so that it must not be repeated; see {@link #afterWrite}} */
    public boolean isWritten() {
        return written;
    }

    @Override
    public boolean isRetriable() {
        return retriable;
    }
}
