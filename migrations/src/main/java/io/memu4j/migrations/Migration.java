package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over a database: look, and only if something is pending take the guard, look again and run Liquibase. */
final class Migration {
    /** How long another migration may take before this one gives up. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final MigrationStatus EMPTY =
            new MigrationStatus(0, MemoryMigrations.SCHEMA_VERSION, 0, ExpectedChangeSets.ids());

    private Migration() {}

    static MigrationStatus status(MigrationTarget target) {
        if (target.isAbsent()) {
            return EMPTY;
        }
        try (Opened opened = Opened.forReading(target)) {
            return SchemaReader.read(opened.connection(), opened.product());
        } catch (SQLException e) {
            throw target.failure("read", e);
        }
    }

    static MigrationReport run(MigrationTarget target) {
        return run(target, PATIENCE);
    }

    static MigrationReport run(MigrationTarget target, Duration patience) {
        MigrationStatus before = status(target);
        if (before.upToDate()) {
            return new MigrationReport(before.found(), before.found(), List.of());
        }
        refuseNewer(before);
        Path guarded = target.file();
        try (MigrationGuard guard = MigrationGuard.acquire(guarded, patience);
                Opened opened = Opened.forMigrating(target)) {
            return runGuarded(opened, guard, patience);
        } catch (SQLException e) {
            throw target.failure("migrated", e);
        }
    }

    private static MigrationReport runGuarded(Opened opened, MigrationGuard guard, Duration patience)
            throws SQLException {
        Connection connection = opened.connection();
        LiquibaseLock lock = new LiquibaseLock(connection, opened.product());
        if (guard.previousRunDied()) {
            lock.release();
        }
        lock.awaitFree(patience);
        MigrationStatus before = SchemaReader.read(connection, opened.product());
        refuseNewer(before);
        if (!before.upToDate()) {
            guard.begin();
            update(connection);
            guard.end();
        }
        MigrationStatus after = SchemaReader.read(connection, opened.product());
        requireComplete(after);
        List<String> applied = new ArrayList<>(before.pending());
        applied.removeAll(after.pending());
        return new MigrationReport(before.found(), after.found(), applied);
    }

    private static void update(Connection connection) throws SQLException {
        try {
            LiquibaseUpdate.run(connection);
        } catch (NoClassDefFoundError e) {
            throw new MigrationException(
                    Reason.CONFIGURATION,
                    "Change sets are pending, but Liquibase is not on the class path (" + e.getMessage()
                            + "). Add org.liquibase:liquibase-core, or apply " + MemoryMigrations.CHANGELOG
                            + " from outside.",
                    e);
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

    /** A connection for the length of one pass, given back with the auto-commit mode it came with. */
    private record Opened(Connection connection, Product product, boolean autoCommit) implements AutoCloseable {
        static Opened forReading(MigrationTarget target) throws SQLException {
            return of(target.openForReading());
        }

        static Opened forMigrating(MigrationTarget target) throws SQLException {
            return of(target.openForMigrating());
        }

        private static Opened of(Connection connection) throws SQLException {
            @Nullable Opened opened = null;
            try {
                Product product = Product.of(connection);
                boolean autoCommit = connection.getAutoCommit();
                if (!autoCommit) {
                    connection.setAutoCommit(true);
                }
                opened = new Opened(connection, product, autoCommit);
                return opened;
            } finally {
                if (opened == null) {
                    connection.close();
                }
            }
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                if (connection.getAutoCommit() != autoCommit) {
                    connection.setAutoCommit(autoCommit);
                }
            }
        }
    }
}
