package io.memu4j.examples.ee;

import io.memu4j.AfterCommit;
import io.memu4j.MemoryService;
import io.memu4j.memorize.MemorizeRequest;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The orders of the shop, in a table of the application. */
@ApplicationScoped
public class Orders {
    @Resource(lookup = "java:app/jdbc/memory")
    @SuppressWarnings("NullAway.Init") // the container sets it
    private DataSource source;

    @Inject
    private MemoryService memory;

    @Inject
    private AfterCommit afterCommit;

    void createTable(@Observes Startup event) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists shop_orders (id varchar(100) primary key)");
        }
    }

    /** Stores an order. The memory is read within the transaction, and written to when it has committed. */
    // region after-commit
    @Transactional(rollbackOn = Exception.class)
    public String place(String id, String what, boolean fail) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into shop_orders values (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
        String remembered = memory.retrieve(what).toPrompt();
        afterCommit.memorize(memory.scope(), MemorizeRequest.text("order-" + id, what));
        if (fail) {
            throw new IllegalStateException("The shop is closed.");
        }
        return remembered;
    }
    // endregion

    /** Tells whether there is an order. */
    public boolean isStored(String id) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement query = connection.prepareStatement("select 1 from shop_orders where id = ?")) {
            query.setString(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
