package io.memu4j.store.jpa.database;

import com.zaxxer.hikari.HikariConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.store.jpa.tx.JdbcTransactions;
import io.memu4j.store.jpa.tx.OpenedFile;
import io.memu4j.store.jpa.tx.TransactionStart;
import java.util.Properties;
import javax.sql.DataSource;
import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.PostgreSQLDialect;

/** PostgreSQL 13 and later. */
final class PostgresqlDatabase {
    static final String LABEL = "PostgreSQL database";

    private static final Database.Kind KIND = Database.Kind.POSTGRESQL;

    private PostgresqlDatabase() {}

    static Database open(DatabaseConfig config) {
        if (config.url() == null) {
            throw new ConfigurationException("A PostgreSQL database needs its JDBC URL.");
        }
        Drivers.POSTGRESQL.load();
        HikariConfig pool = Pools.of(KIND.key(), config.poolSize());
        pool.setDataSource(new DriverSource(Drivers.POSTGRESQL, config.url(), properties()));
        pool.setJdbcUrl(config.url()); // only to be read again: the connections come from the DataSource
        pool.setUsername(config.user());
        pool.setPassword(config.password());
        pool.setExceptionOverride(new RetiredSessions());
        return on(Pools.open(LABEL, pool, null));
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("reWriteBatchedInserts", "true");
        // A pooler gives the next transaction to another session, which does not know the statement.
        properties.setProperty("prepareThreshold", "0");
        // The server's details quote rows, which may hold user ids.
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty("ApplicationName", "memu4j");
        properties.setProperty("loginTimeout", "30");
        return properties;
    }

    static Database on(DataSource source) {
        return new Database(
                KIND,
                LABEL,
                null,
                source,
                new JdbcTransactions(LABEL, source, TransactionStart.ofPostgresql(), OpenedFile.none(), null),
                new PostgreSQLDialect(DatabaseVersion.make(13)));
    }
}
