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
        if (database.source() instanceof HikariDataSource pool
                && pool.getDataSource() instanceof DriverSource source
                && source.driver() == Drivers.POSTGRESQL) {
            try (Connection connection = Drivers.POSTGRESQL.connect(source.url(), hurried(source.properties()))) {
                ask(connection, WRITE);
            } catch (SQLException e) {
                throw StoreFailures.translated(database.label(), e);
            }
            return;
        }
        String query = database.kind() == Database.Kind.POSTGRESQL ? WRITE : READ;
        database.transactions().read(connection -> ask(connection, query));
    }

    private static Properties hurried(Properties ofThePool) {
        Properties properties = new Properties();
        properties.putAll(ofThePool);
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
