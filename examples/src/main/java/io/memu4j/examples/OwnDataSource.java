package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.migrations.MemoryMigrations;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.store.jpa.JpaMemoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;

/** Memory in the application's own database, beside its own tables, on its own connections. */
public final class OwnDataSource {
    private OwnDataSource() {}

    public static void main(String[] args) throws IOException, SQLException {
        Path database = Example.folder(args).resolve("shop");
        RetrieveResult found = run("jdbc:h2:file:" + database + ";WRITE_DELAY=0");
        System.out.println(found.passages().get(0).value().text());
    }

    static RetrieveResult run(String jdbcUrl) throws SQLException {
        JdbcConnectionPool pool = JdbcConnectionPool.create(jdbcUrl, "sa", "");
        try {
            execute(pool, "create table if not exists orders (id int primary key, article varchar(100))");
            // region own-data-source
            DataSource source = pool; // the application's
            MemoryMigrations.migrate(source); // or let Liquibase run MemoryMigrations.CHANGELOG
            try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                    .store(JpaMemoryStore.open(source))
                    .build()) {
                MemoryService memory = memu.service("alice", "shop_assistant");
                memory.memorize(MemorizeRequest.text("order-4711", "I wear shoes in size 39, and I prefer leather."));
                return memory.retrieve("Which shoe size?");
            }
            // endregion
        } finally {
            pool.dispose();
        }
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
