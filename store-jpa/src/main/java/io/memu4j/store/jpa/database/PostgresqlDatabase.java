package io.memu4j.store.jpa.database;

import com.zaxxer.hikari.HikariConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.store.jpa.tx.JdbcTransactions;
import io.memu4j.store.jpa.tx.OpenedFile;
import io.memu4j.store.jpa.tx.TransactionStart;
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
        Pools.requireDriver("org.postgresql.Driver", "org.postgresql:postgresql");
        HikariConfig pool = Pools.of(KIND.key(), config.poolSize());
        pool.setJdbcUrl(config.url());
        pool.setUsername(config.user());
        pool.setPassword(config.password());
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // A pooler gives the next transaction to another session, which does not know the statement.
        pool.addDataSourceProperty("prepareThreshold", "0");
        // The server's details quote rows, which may hold user ids.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.addDataSourceProperty("ApplicationName", "memu4j");
        pool.setExceptionOverride(new RetiredSessions());
        return on(Pools.open(LABEL, pool, null));
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
