package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.util.List;

/**
 * How the schema of a database compares with the one that this version expects.
 *
 * @param found the version in the database; 0 if there is none, or a first migration did not finish
 * @param expected the version that this library was built for
 * @param compatibleFrom the oldest library schema version that may use the schema found; 0 if there is none
 * @param pending ids of the change sets to run, in order; empty if {@code found} is newer than expected; not modifiable
 */
public record MigrationStatus(int found, int expected, int compatibleFrom, List<String> pending) {
    /**
     * Copies the list.
     *
     * @param found the version in the database
     * @param expected the version of this library
     * @param compatibleFrom the oldest compatible version
     * @param pending ids of the change sets to run
     */
    public MigrationStatus {
        pending = List.copyOf(pending);
    }

    /** {@return whether this library can use the schema as it is: nothing is pending, or it is newer and compatible} */
    public boolean upToDate() {
        return newer() ? compatibleFrom <= expected : found == expected && pending.isEmpty();
    }

    /** {@return whether a newer version of the library migrated the database} */
    public boolean newer() {
        return found > expected;
    }

    /**
     * Does nothing if the schema is {@linkplain #upToDate() up to date}.
     *
     * @throws MigrationException naming the remedy if it is not
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
