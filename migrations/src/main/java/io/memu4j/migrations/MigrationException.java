package io.memu4j.migrations;

import org.jspecify.annotations.Nullable;

/** The schema cannot be read or changed, or does not fit. The message names the remedy. */
public final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What the caller can do about a failure. */
    public enum Reason {
        /** The schema is missing, older than this version expects, or newer than it supports. Migrate, or upgrade memu4j. */
        SCHEMA_DOES_NOT_FIT,
        /** Another program holds the database or its migration lock. The same call may succeed later. */
        IN_USE,
        /** The URL, the driver, the database product or the class path is not usable. */
        CONFIGURATION,
        /** The file is empty or cut, and a database was in it. Nothing was written to it. Restore a backup. */
        BROKEN_FILE,
        /** The database rejected a statement or failed. The cause says why. */
        FAILED
    }

    MigrationException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    MigrationException(Reason reason, String message) {
        this(reason, message, null);
    }

    /** {@return what the caller can do} */
    public Reason reason() {
        return reason;
    }
}
