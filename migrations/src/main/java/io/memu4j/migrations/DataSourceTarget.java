package io.memu4j.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database reached through one of the application's connections, given back with the auto-commit mode it came with. */
final class DataSourceTarget implements MigrationTarget {
    private final DataSource database;
    private @Nullable Connection connection;
    private @Nullable Path file;
    private boolean autoCommit;

    DataSourceTarget(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean isAbsent() {
        return false;
    }

    @Override
    public MigrationStatus read(Reading reading) throws SQLException {
        return reading.of(forMigrating());
    }

    @Override
    public Connection forMigrating() throws SQLException {
        if (connection == null) {
            connection = database.getConnection();
            autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            String url = connection.getMetaData().getURL();
            file = url == null ? null : DatabaseFiles.of(url);
        }
        return connection;
    }

    @Override
    public @Nullable Path file() {
        return file;
    }

    @Override
    public void close() throws SQLException {
        if (connection == null) {
            return;
        }
        try (Connection closing = connection) {
            if (!closing.getAutoCommit()) {
                closing.rollback();
            }
            if (closing.getAutoCommit() != autoCommit) {
                closing.setAutoCommit(autoCommit);
            }
        }
    }
}
