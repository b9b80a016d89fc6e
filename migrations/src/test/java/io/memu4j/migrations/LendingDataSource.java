package io.memu4j.migrations;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A DataSource that notes how its connections come back, and tells what is executed. */
final class LendingDataSource implements DataSource {
    private final TestDatabase database;
    private final boolean autoCommit;
    private final SqlListener listener;
    private final List<Boolean> returned = new ArrayList<>();
    private String product;
    private int lent;

    /** Called before and after each statement. */
    interface SqlListener {
        void on(String sql, boolean executed);
    }

    LendingDataSource(TestDatabase database, boolean autoCommit) {
        this(database, autoCommit, (sql, executed) -> {});
    }

    LendingDataSource(TestDatabase database, boolean autoCommit, SqlListener listener) {
        this.database = database;
        this.autoCommit = autoCommit;
        this.listener = listener;
    }

    /** The same, under the name of another product. */
    LendingDataSource as(String productName) {
        product = productName;
        return this;
    }

    int lent() {
        return lent;
    }

    List<Boolean> autoCommitWhenReturned() {
        return returned;
    }

    @Override
    public Connection getConnection() throws SQLException {
        lent++;
        Connection real = database.connect();
        real.setAutoCommit(autoCommit);
        return wrapped(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close")) {
                returned.add(real.getAutoCommit());
            }
            Object result = call(real, method, arguments);
            if (result instanceof DatabaseMetaData meta && product != null) {
                return wrapped(
                        DatabaseMetaData.class,
                        (of, with) -> of.getName().equals("getDatabaseProductName") ? product : call(meta, of, with));
            }
            if (result instanceof CallableStatement) {
                return result;
            }
            if (result instanceof PreparedStatement prepared) {
                return wrapped(PreparedStatement.class, executing(prepared, (String) arguments[0]));
            }
            return result instanceof Statement plain ? wrapped(Statement.class, executing(plain, null)) : result;
        });
    }

    private interface Calls {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private Calls executing(Statement real, String prepared) {
        return (method, arguments) -> {
            String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String given
                    ? given
                    : prepared;
            if (!method.getName().startsWith("execute") || sql == null) {
                return call(real, method, arguments);
            }
            listener.on(sql, false);
            Object result = call(real, method, arguments);
            listener.on(sql, true);
            return result;
        };
    }

    private <T> T wrapped(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> calls.on(method, arguments)));
    }

    private static Object call(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PrintWriter getLogWriter() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Logger getParentLogger() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("no " + type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
