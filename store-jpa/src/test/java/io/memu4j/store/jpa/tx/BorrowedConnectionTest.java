package io.memu4j.store.jpa.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pool that does not see to the state of what it gets back. */
class BorrowedConnectionTest {
    private Connection connection;
    private boolean settingFails;
    private boolean givenBack;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void it_goes_back_as_it_came() throws SQLException {
        try (BorrowedConnection borrowed = BorrowedConnection.of(pool())) {
            borrowed.setAutoCommit(true);
            borrowed.setIsolation(Connection.TRANSACTION_SERIALIZABLE);
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        }
        assertThat(givenBack).isTrue();
        assertThat(connection.getAutoCommit()).isFalse();
        assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }

    @Test
    void what_was_committed_has_not_failed_because_giving_back_does() throws SQLException {
        var transactions = new JdbcTransactions(
                "database",
                pool(),
                TransactionStart.ofSession(Connection.TRANSACTION_SERIALIZABLE),
                OpenedFile.none(),
                null);
        connection.setAutoCommit(true);
        String written = transactions.write(work -> {
            settingFails = true;
            return "written";
        });
        assertThat(written).isEqualTo("written");
        assertThat(givenBack).isTrue();
    }

    private DataSource pool() {
        return proxy(
                DataSource.class,
                (method, call) -> proxy(Connection.class, (name, onConnection) -> {
                    if (name.equals("close")) {
                        givenBack = true;
                        return null;
                    }
                    if (name.equals("setAutoCommit") && settingFails) {
                        throw new SQLException("The connection broke.");
                    }
                    return onConnection.on(connection);
                }));
    }

    private interface Call {
        Object on(Object target) throws Throwable;
    }

    private interface Answer {
        Object to(String method, Call call) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> answer.to(method.getName(), target -> {
                    try {
                        return method.invoke(target, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                })));
    }
}
