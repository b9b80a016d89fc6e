package io.memu4j.store.jpa.database;

import io.memu4j.error.ConfigurationException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The JDBC drivers, found by our class loader. {@link DriverManager} knows the drivers of the class loader that used it first: in a
 * server, none of those in an application. A driver that registers itself there keeps the class loader of an application that has ended,
 * so one that was not registered before is taken out again.
 */
enum Drivers {
    SQLITE("org.sqlite.JDBC", "org.xerial:sqlite-jdbc"),
    H2("org.h2.Driver", "com.h2database:h2"),
    POSTGRESQL("org.postgresql.Driver", "org.postgresql:postgresql");

    private final String className;
    private final String artifact;

    Drivers(String className, String artifact) {
        this.className = className;
        this.artifact = artifact;
    }

    /**
     * Returns the driver.
     *
     * @throws ConfigurationException if it is not there
     */
    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // the one lock that the applications of a server share
    Driver load() {
        synchronized (DriverManager.class) {
            try {
                Class<? extends Driver> type = Class.forName(className, false, Drivers.class.getClassLoader())
                        .asSubclass(Driver.class);
                // A plain application is not deployed again. Asking for the drivers would load them all.
                boolean stays = type.getClassLoader() == ClassLoader.getSystemClassLoader()
                        || DriverManager.drivers().anyMatch(this::isThis);
                Driver driver = type.getConstructor().newInstance();
                if (!stays) {
                    for (Driver own :
                            DriverManager.drivers().filter(this::isThis).toList()) {
                        DriverManager.deregisterDriver(own);
                    }
                }
                return driver;
            } catch (ReflectiveOperationException | LinkageError | SQLException e) {
                throw new ConfigurationException(
                        "The driver " + className + " is not on the class path, or cannot be used. Add the dependency "
                                + artifact + ".",
                        e);
            }
        }
    }

    /** Opens a connection outside the pool. */
    Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = load().connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver " + className + " does not take the URL.");
        }
        return connection;
    }

    private boolean isThis(Driver driver) {
        return driver.getClass().getName().equals(className);
    }
}
