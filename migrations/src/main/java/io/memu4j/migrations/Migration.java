package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** One pass over a database: look, and only if something is pending take the guard, look again and run Liquibase. */
final class Migration {
    /** How long another migration may take before this one gives up. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    static final MigrationStatus EMPTY =
            new MigrationStatus(0, MemoryMigrations.SCHEMA_VERSION, 0, ExpectedChangeSets.ids());

    private Migration() {}

    static MigrationStatus status(MigrationTarget target) {
        try (target) {
            return look(target);
        } catch (SQLException e) {
            throw DriverErrors.translate(target.file(), "read", e);
        }
    }

    static MigrationReport run(MigrationTarget target) {
        return run(target, PATIENCE);
    }

    static MigrationReport run(MigrationTarget target, Duration patience) {
        try (target) {
            MigrationStatus before = look(target);
            if (before.upToDate() && !MigrationGuard.isMarked(target.file())) {
                return new MigrationReport(before.found(), before.found(), List.of());
            }
            refuseNewer(before);
            boolean absent = target.isAbsent();
            try (MigrationGuard guard = MigrationGuard.acquire(target.file(), patience)) {
                if (absent) {
                    return create(target, guard, patience);
                }
                return runGuarded(target.forMigrating(), guard, patience);
            }
        } catch (SQLException e) {
            throw DriverErrors.translate(target.file(), "migrated", e);
        }
    }

    private static MigrationStatus look(MigrationTarget target) throws SQLException {
        return target.isAbsent() ? EMPTY : target.read(Migration::read);
    }

    private static MigrationStatus read(Connection connection) throws SQLException {
        Product product = Product.of(connection);
        H2Settings.require(connection, product);
        return SchemaReader.read(connection, product);
    }

    /** A file that is there without tables and without the mark counts as broken, so one that was not completed keeps the mark. */
    private static MigrationReport create(MigrationTarget target, MigrationGuard guard, Duration patience)
            throws SQLException {
        boolean created = false;
        guard.begin();
        try {
            MigrationReport report = runGuarded(target.forMigrating(), guard, patience);
            created = true;
            return report;
        } finally {
            if (!created) {
                guard.begin();
            }
        }
    }

    private static MigrationReport runGuarded(Connection connection, MigrationGuard guard, Duration patience)
            throws SQLException {
        Product product = Product.of(connection);
        H2Settings.require(connection, product);
        LiquibaseLock lock = new LiquibaseLock(connection, product);
        if (guard.previousRunDied()) {
            lock.release();
            guard.end();
        }
        lock.awaitFree(patience);
        MigrationStatus before = SchemaReader.read(connection, product);
        refuseNewer(before);
        if (before.upToDate()) {
            guard.end();
            return new MigrationReport(before.found(), before.found(), List.of());
        }
        List<String> applied = marked(connection, guard, lock, patience);
        MigrationStatus after = SchemaReader.read(connection, product);
        requireComplete(after);
        return new MigrationReport(before.found(), after.found(), applied);
    }

    private static List<String> marked(
            Connection connection, MigrationGuard guard, LiquibaseLock lock, Duration patience) throws SQLException {
        guard.begin();
        try {
            List<String> applied = update(connection, patience, MemoryMigrations.CHANGELOG);
            endUnlessLocked(guard, connection, lock, false);
            return applied;
        } catch (RuntimeException | SQLException e) {
            // Whatever failed: only the state of the lock matters here, and the failure goes on.
            boolean neverLocked = e instanceof MigrationException ours && ours.reason() == Reason.IN_USE;
            try {
                endUnlessLocked(guard, connection, lock, neverLocked);
            } catch (SQLException unreadable) {
                e.addSuppressed(unreadable);
            }
            throw e;
        }
    }

    /** Runs a changelog that may rebuild tables of ours. */
    static List<String> update(Connection connection, Duration patience, String changelog) throws SQLException {
        try (ForeignKeysOff keys = ForeignKeysOff.on(connection)) {
            List<String> applied = LiquibaseUpdate.run(connection, patience, changelog);
            keys.check();
            return applied;
        } catch (NoClassDefFoundError e) {
            throw new MigrationException(
                    Reason.CONFIGURATION,
                    "Change sets are pending, but Liquibase is not on the class path (" + e.getMessage()
                            + "). Add org.liquibase:liquibase-core, or apply " + MemoryMigrations.CHANGELOG
                            + " from outside.",
                    e);
        }
    }

    /** The mark stays when Liquibase could not give its lock back: then the next run may take it. */
    private static void endUnlessLocked(
            MigrationGuard guard, Connection connection, LiquibaseLock lock, boolean neverLocked) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        if (neverLocked || lock.isFree()) {
            guard.end();
        }
    }

    private static void refuseNewer(MigrationStatus status) {
        if (status.newer()) {
            status.requireUpToDate();
        }
    }

    private static void requireComplete(MigrationStatus after) {
        if (after.upToDate()) {
            return;
        }
        throw new MigrationException(
                Reason.SCHEMA_DOES_NOT_FIT,
                "Liquibase has nothing left to run, but the schema is at version " + after.found() + " of "
                        + after.expected() + " with " + after.pending().size()
                        + " change sets missing. Tables seem to have been removed by hand: restore them from a backup, or"
                        + " delete the rows with author 'memu4j' from DATABASECHANGELOG and all memu_ tables to start"
                        + " anew.");
    }
}
