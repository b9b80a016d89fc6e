package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** A model answered something that cannot be used, even after a repair attempt. */
public final class ModelAnswerException extends MemoryException {
    private static final long serialVersionUID = 1L;

    public ModelAnswerException(String message) {
        this(message, null);
    }

    public ModelAnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
