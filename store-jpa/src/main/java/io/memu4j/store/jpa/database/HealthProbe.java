package io.memu4j.store.jpa.database;

import com.zaxxer.hikari.HikariDataSource;
import io.memu4j.store.jpa.tx.StoreFailures;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Asks a database whether it serves reads and writes. PostgreSQL is asked on a connection of its own that gives up after two seconds: the pool
 * waits for thirty, longer than those who ask.
 */
public record HealthProbe(Database database) {
    private static final String READ = "select version from memu_schema where id = 0";

    /** Finds and locks no row, and is refused where nothing can be written. */
    private static final String WRITE = READ + " for update";

    /**
     * Does nothing if all is well.
     *
     * @throws io.memu4j.error.StoreException if it is not
     */
    public void run() {
        if (database.kind() == Database.Kind.POSTGRESQL && database.source() instanceof HikariDataSource pool) {
            try (Connection connection = Drivers.POSTGRESQL.connect(pool.getJdbcUrl(), properties(pool))) {
                ask(connection, WRITE);
            } catch (SQLException e) {
                throw StoreFailures.translated(database.label(), e);
            }
            return;
        }
        String query = database.kind() == Database.Kind.POSTGRESQL ? WRITE : READ;
        database.transactions().read(connection -> ask(connection, query));
    }

    private static Properties properties(HikariDataSource pool) {
        Properties properties = new Properties();
        if (pool.getUsername() != null) {
            properties.setProperty("user", pool.getUsername());
        }
        if (pool.getPassword() != null) {
            properties.setProperty("password", pool.getPassword());
        }
        properties.setProperty("ApplicationName", "memu4j");
        properties.setProperty("prepareThreshold", "0");
        properties.setProperty("loginTimeout", "1.5");
        properties.setProperty("socketTimeout", "2");
        return properties;
    }

    private static boolean ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
