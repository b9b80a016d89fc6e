package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/**
 * The root of everything this framework throws on purpose. After any of them the store is as before the call, but for
 * {@link StoreException#afterWrite}, which says that the write was done. Messages name the subject,
 * the value, what was expected and the remedy; they never hold memory text, queries or keys.
 */
public abstract sealed class MemoryException extends RuntimeException
        permits InvalidInputException,
                NotFoundException,
                VersionConflictException,
                ConfigurationException,
                ResourceAccessException,
                ModelException,
                ModelAnswerException,
                BudgetExceededException,
                StoreException,
                SchemaOutOfDateException,
                EmbeddingSpaceMismatchException {
    private static final long serialVersionUID = 1L;

    MemoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether the same call may succeed later without any change by the caller. */
    public boolean isRetriable() {
        return false;
    }
}
