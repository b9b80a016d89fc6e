package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The row by which every Liquibase that uses the database, ours or not, excludes the others; it outlives a killed holder. */
final class LiquibaseLock {
    private static final Logger LOG = LoggerFactory.getLogger(LiquibaseLock.class);
    private static final long POLL_MILLIS = 200;
    private static final int TRIES = 3;

    /** As Liquibase makes it. */
    private static final String POSTGRESQL_TABLE =
            "create table databasechangeloglock (id integer not null, locked boolean not null, lockgranted timestamp,"
                    + " lockedby varchar(255), constraint databasechangeloglock_pkey primary key (id))";

    private final Connection connection;
    private final Product product;

    /** @param connection with auto-commit */
    LiquibaseLock(Connection connection, Product product) {
        this.connection = connection;
        this.product = product;
    }

    /**
     * Makes it where it is missing, free, in one transaction. Liquibase makes the table in one and its row in another, in which it first
     * deletes all rows: of two processes on an empty database the second one may delete the lock that the first one took meanwhile, and both
     * have it. Only on PostgreSQL; files are kept from that by the {@link MigrationGuard}.
     */
    void create() throws SQLException {
        if (product != Product.POSTGRESQL) {
            return;
        }
        for (int tries = 1; ; tries++) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                if (!SchemaReader.tables(statement, product).contains("databasechangeloglock")) {
                    statement.execute(POSTGRESQL_TABLE);
                }
                statement.execute(
                        "insert into databasechangeloglock (id, locked) values (1, false) on conflict do nothing");
                connection.commit();
                return;
            } catch (SQLException e) {
                if (tries == TRIES || !DriverErrors.isCreatedMeanwhile(e)) {
                    throw e;
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Frees it. Only for who can prove that the holder is dead. */
    void release() throws SQLException {
        String holder = holder();
        if (holder == null) {
            return;
        }
        LOG.warn(
                "The last migration was killed; its Liquibase lock ({}) is released and the migration goes on.",
                holder);
        try (PreparedStatement update = connection.prepareStatement(
                "update databasechangeloglock set locked = ?, lockgranted = null, lockedby = null where id = 1")) {
            update.setBoolean(1, false);
            update.executeUpdate();
        }
    }

    boolean isFree() throws SQLException {
        return holder() == null;
    }

    /** @throws MigrationException when it is still held after that time */
    void awaitFree(Duration patience) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        String holder = holder();
        while (holder != null) {
            if (System.nanoTime() > deadline) {
                throw held(holder, null);
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw held(holder, e);
            }
            holder = holder();
        }
    }

    /** Who holds it and since when, null when it is free. */
    @Nullable
    String holder() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!SchemaReader.tables(statement, product).contains("databasechangeloglock")) {
                return null;
            }
            try (ResultSet rows = statement.executeQuery(
                    "select locked, lockedby, lockgranted from databasechangeloglock where id = 1")) {
                return rows.next() && rows.getBoolean(1) ? rows.getString(2) + " since " + rows.getString(3) : null;
            }
        }
    }

    static MigrationException held(String holder, @Nullable Throwable cause) {
        return new MigrationException(
                Reason.IN_USE,
                "The database's Liquibase lock is held: " + holder
                        + ". If a migration is running there, wait for it. If it"
                        + " was killed, release the lock with 'liquibase release-locks' or with UPDATE"
                        + " DATABASECHANGELOGLOCK SET LOCKED = FALSE, LOCKGRANTED = NULL, LOCKEDBY = NULL WHERE ID = 1,"
                        + " then migrate again: it goes on where the killed one stopped.",
                cause);
    }
}
