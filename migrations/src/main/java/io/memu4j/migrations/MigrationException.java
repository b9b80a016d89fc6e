package io.memu4j.migrations;

import org.jspecify.annotations.Nullable;

/** The schema could not be read or changed, or does not fit; the message names the remedy. */
public final class MigrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What the caller can do about it. */
    public enum Reason {
        /** The schema is missing, older than this version expects, or newer than it understands. */
        SCHEMA_DOES_NOT_FIT,
        /** Another program holds the database or its migration lock; the same call may succeed later. */
        IN_USE,
        /** The URL, the driver, the product or the class path is not one that works. */
        CONFIGURATION,
        /** The database refused or failed; the cause says why. */
        FAILED
    }

    MigrationException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    MigrationException(Reason reason, String message) {
        this(reason, message, null);
    }

    /** What kind of failure this is. */
    public Reason reason() {
        return reason;
    }
}
