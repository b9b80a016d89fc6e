package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

class PostgresqlUpgradeIT extends UpgradeContract {
    @Override
    DatabaseConfig thaw(String release) throws Exception {
        DatabaseConfig config = Postgres.freshDatabase();
        try (Connection connection = DriverManager.getConnection(config.url(), config.user(), config.password());
                Statement statement = connection.createStatement()) {
            statement.execute(text(release, "postgresql.sql"));
        }
        return config;
    }

    @Override
    Connection connect(DatabaseConfig config) throws SQLException {
        return DriverManager.getConnection(config.url(), config.user(), config.password());
    }

    @Override
    String listing() {
        return "postgresql.json";
    }
}
