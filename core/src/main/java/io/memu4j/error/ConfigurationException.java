package io.memu4j.error;

import org.jspecify.annotations.Nullable;

/** The application's configuration is wrong or incomplete; the message lists all faults found. */
public final class ConfigurationException extends MemoryException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        this(message, null);
    }

    public ConfigurationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
