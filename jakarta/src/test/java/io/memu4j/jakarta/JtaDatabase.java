package io.memu4j.jakarta;

import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionManagerImple;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.transaction.TransactionManager;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.xa.PGXADataSource;
import org.sqlite.JDBC;

/** A database of memory and of an application, whose pooled connections take part in the transactions of Narayana. */
final class JtaDatabase implements AutoCloseable {
    private static final TransactionManager MANAGER = manager();

    private static EmbeddedPostgres postgres;

    private final AgroalDataSource source;

    private JtaDatabase(Class<?> provider, String url, String user) throws SQLException {
        source = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(4)
                        .acquisitionTimeout(Duration.ofSeconds(20))
                        .transactionIntegration(new NarayanaTransactionIntegration(
                                MANAGER, new TransactionSynchronizationRegistryImple()))
                        .connectionFactoryConfiguration(factory -> factory.connectionProviderClass(provider)
                                .jdbcUrl(url)
                                .principal(new NamePrincipal(user))
                                .credential(new SimplePassword(user)))));
        run("create table orders (what varchar(100))");
    }

    static JtaDatabase h2() throws SQLException {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        return new JtaDatabase(JdbcDataSource.class, url, "sa");
    }

    static JtaDatabase sqlite(Path folder) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("memory.db") + "?journal_mode=WAL&busy_timeout=20000";
        return new JtaDatabase(JDBC.class, url, "");
    }

    /** Skips the calling test, loudly, where no binaries for this platform are on the class path. */
    static synchronized JtaDatabase postgresql() throws SQLException {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.start();
            }
        } catch (IllegalStateException | IOException e) {
            System.err.println("!!! SKIPPED: no embedded PostgreSQL. NOT TESTED on PostgreSQL.");
            Assumptions.abort("no embedded PostgreSQL for this platform");
        }
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
        return new JtaDatabase(PGXADataSource.class, url, "postgres");
    }

    TransactionManager transactions() {
        return MANAGER;
    }

    AgroalDataSource source() {
        return source;
    }

    /** Runs a statement of the application, within the transaction of the thread if there is one. */
    void run(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int orders() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from orders")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() {
        source.close();
    }

    /** Keeps what a crash would need in the heap: these tests have none, and it writes beside the sources otherwise. */
    private static TransactionManager manager() {
        arjPropertyManager.getCoordinatorEnvironmentBean(); // reads the defaults
        com.arjuna.common.internal.util.propertyservice.BeanPopulator.getDefaultInstance(
                        com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean.class)
                .setObjectStoreType("com.arjuna.ats.internal.arjuna.objectstore.VolatileStore");
        return new TransactionManagerImple();
    }
}
