package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** A model cannot be reached, or rejects the request. */
public final class ModelException extends MemoryException {
    private static final long serialVersionUID = 1L;

    private final boolean retriable;
    private final int retries;

    private ModelException(String message, @Nullable Throwable cause, boolean retriable, int retries) {
        super(message, cause);
        this.retriable = retriable;
        this.retries = retries;
    }

    /**
     * Returns an exception for a failure that may pass, such as a time-out.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     * @param cause what failed, or null
     * @return the exception, with {@link #retries} 0
     */
    public static ModelException retriable(String message, @Nullable Throwable cause) {
        return new ModelException(message, cause, true, 0);
    }

    /**
     * Returns an exception for a failure that stays until somebody changes something.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     * @param cause what failed, or null
     * @return the exception, with {@link #retries} 0
     */
    public static ModelException permanent(String message, @Nullable Throwable cause) {
        return new ModelException(message, cause, false, 0);
    }

    /**
     * Returns a copy that records how many attempts failed before the last one.
     *
     * @param attempts from 0
     * @return the copy
     */
    public ModelException after(int attempts) {
        return new ModelException(String.valueOf(getMessage()), getCause(), retriable, attempts);
    }

    /** {@return the attempts that failed before the last one, from 0} */
    public int retries() {
        return retries;
    }

    @Override
    public boolean isRetriable() {
        return retriable;
    }
}
