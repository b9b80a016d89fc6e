package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that memu4j throws on purpose. Subclasses differ by what the caller can do. A later version may add
 * subclasses, so a {@code switch} over them needs a default branch.
 *
 * <p>After any of them the store is as before the call. The one exception is {@link StoreException#afterWrite}, which says that the write
 * was committed.
 *
 * <p>A message names the subject, the value, what was expected and the remedy. It never holds memory text, queries or keys.
 */
public abstract class MemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     * @param cause what failed, or null
     */
    protected MemoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * Returns whether the same call may succeed later without a change by the caller.
     *
     * @return false unless a subclass says otherwise
     */
    public boolean isRetriable() {
        return false;
    }
}
