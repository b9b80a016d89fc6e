package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.util.List;

/**
 * How a database's schema compares with the one this version expects.
 *
 * @param found the version in the database, 0 when there is none (or a first migration that did not finish)
 * @param expected the version this library was built for
 * @param compatibleFrom the oldest library schema version that may use the schema found; 0 when there is none
 * @param pending ids of the change sets still to run, in order; empty when {@code found} is newer than expected
 */
public record MigrationStatus(int found, int expected, int compatibleFrom, List<String> pending) {
    public MigrationStatus {
        pending = List.copyOf(pending);
    }

    /** Whether this library can use the schema as it is: nothing is pending, or it is newer and marked compatible. */
    public boolean upToDate() {
        return newer() ? compatibleFrom <= expected : found == expected && pending.isEmpty();
    }

    /** Whether a newer version of the library has migrated the database. */
    public boolean newer() {
        return found > expected;
    }

    /**
     * Does nothing when the schema is {@linkplain #upToDate() up to date}.
     *
     * @throws MigrationException naming the remedy when it is not
     */
    void requireUpToDate() {
        if (upToDate()) {
            return;
        }
        if (newer()) {
            throw new MigrationException(
                    Reason.SCHEMA_DOES_NOT_FIT,
                    "The database has schema version " + found + ", which needs a library that knows version "
                            + compatibleFrom + " or later; this one knows version " + expected
                            + ". Upgrade the memu4j libraries of this application.");
        }
        String has = found == 0 ? "has no complete memu4j schema" : "has schema version " + found;
        throw new MigrationException(
                Reason.SCHEMA_DOES_NOT_FIT,
                "The database " + has + "; expected is version " + expected + ". " + pending.size()
                        + " change sets are pending. Run 'memu migrate', MemoryMigrations.migrate, or Liquibase with the"
                        + " changelog " + MemoryMigrations.CHANGELOG + ".");
    }
}
