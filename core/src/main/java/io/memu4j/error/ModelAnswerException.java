package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** The answer of a model cannot be used, and a repair attempt failed too. */
public final class ModelAnswerException extends MemoryException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception without a cause.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     */
    public ModelAnswerException(String message) {
        this(message, null);
    }

    /**
     * Creates an exception.
     *
     * @param message a full sentence that names the subject, the value, what was expected and the remedy; no memory text, query or key
     * @param cause what failed, or null
     */
    public ModelAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
