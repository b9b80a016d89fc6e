package io.memu4j.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database reached through the application's own connections. */
record DataSourceTarget(DataSource database) implements MigrationTarget {
    @Override
    public boolean isAbsent() {
        return false;
    }

    @Override
    public Connection openForReading() throws SQLException {
        return database.getConnection();
    }

    @Override
    public Connection openForMigrating() throws SQLException {
        return database.getConnection();
    }

    @Override
    public @Nullable Path file() {
        try (Connection connection = database.getConnection()) {
            String url = connection.getMetaData().getURL();
            return url == null ? null : DatabaseFiles.of(url);
        } catch (SQLException e) {
            // Only the guard and messages need it; whatever is wrong shows when the connection is used.
            return null;
        }
    }
}
