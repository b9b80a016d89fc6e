package io.memu4j.store.jpa.tx;

import io.memu4j.spi.transaction.CallerTransactions;
import io.memu4j.spi.transaction.CallerTransactions.Suspension;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The connections of an application, outside its transactions: from the moment a thread gets a connection until it closes it, the thread has
 * no transaction. A container would otherwise enlist the connection in the caller's transaction and refuse our commit. Never closed: the
 * {@code DataSource} is the application's.
 */
public final class OutsideDataSource implements DataSource {
    private static final Suspension STAYS = () -> {};

    private final DataSource source;
    private final CallerTransactions transactions;

    public OutsideDataSource(DataSource source, CallerTransactions transactions) {
        this.source = source;
        this.transactions = transactions;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return outside(source::getConnection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return outside(() -> source.getConnection(user, password));
    }

    private interface Opening {
        Connection open() throws SQLException;
    }

    private Connection outside(Opening opening) throws SQLException {
        Suspension suspension = transactions.suspend();
        boolean open = false;
        try {
            Connection connection = opening.open();
            AtomicBoolean closed = new AtomicBoolean();
            Connection outside = (Connection) Proxy.newProxyInstance(
                    OutsideDataSource.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, args) -> {
                        boolean ends = method.getName().equals("close") && closed.compareAndSet(false, true);
                        try (Suspension resumed = ends ? suspension : STAYS) {
                            return call(connection, method, args);
                        }
                    });
            open = true;
            return outside;
        } finally {
            if (!open) {
                suspension.close();
            }
        }
    }

    private static @Nullable Object call(Connection connection, Method method, Object @Nullable [] args)
            throws Throwable {
        try {
            return method.invoke(connection, args);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return source.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
