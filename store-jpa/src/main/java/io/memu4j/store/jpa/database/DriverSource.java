package io.memu4j.store.jpa.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of one driver, for a pool. Asks no {@link java.sql.DriverManager}. */
record DriverSource(Drivers driver, String url, Properties properties) implements DataSource {
    @Override
    public Connection getConnection() throws SQLException {
        return driver.connect(url, properties);
    }

    @Override
    public Connection getConnection(String user, @Nullable String password) throws SQLException {
        Properties named = new Properties();
        named.putAll(properties);
        named.setProperty("user", user);
        if (password != null) { // Hikari passes it on as it was set
            named.setProperty("password", password);
        }
        return driver.connect(url, named);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // The drivers log where they are configured to.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // A property of the driver says it.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("This DataSource wraps no " + type.getName() + ".");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
