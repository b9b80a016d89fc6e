package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** No such resource, item or category in this scope; an id of another scope is no different from an unknown one. */
public final class NotFoundException extends MemoryException {
    private static final long serialVersionUID = 1L;

    public NotFoundException(String message) {
        this(message, null);
    }

    public NotFoundException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
