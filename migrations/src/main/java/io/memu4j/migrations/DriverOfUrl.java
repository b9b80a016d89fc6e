package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A JDBC driver, found by our class loader. {@link DriverManager} knows the drivers of the class loader that used it first: in a server,
 * none of those in an application. A driver that was not registered there before is taken out again, so that it does not keep the
 * class loader of an application that has ended.
 */
record DriverOfUrl(Driver driver) {
    static DriverOfUrl of(Product product) {
        return switch (product) {
            case SQLITE -> load("org.sqlite.JDBC", "org.xerial:sqlite-jdbc");
            case H2 -> load("org.h2.Driver", "com.h2database:h2");
            case POSTGRESQL -> load("org.postgresql.Driver", "org.postgresql:postgresql");
        };
    }

    Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver " + driver.getClass().getName() + " does not take the URL.");
        }
        return connection;
    }

    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // the one lock that the applications of a server share
    private static DriverOfUrl load(String className, String artifact) {
        synchronized (DriverManager.class) {
            try {
                Class<? extends Driver> type = Class.forName(className, false, DriverOfUrl.class.getClassLoader())
                        .asSubclass(Driver.class);
                // A plain application is not deployed again. Asking for the drivers would load them all.
                boolean stays = type.getClassLoader() == ClassLoader.getSystemClassLoader()
                        || DriverManager.drivers().anyMatch(driver -> isOf(className, driver));
                Driver driver = type.getConstructor().newInstance();
                if (!stays) {
                    for (Driver own : DriverManager.drivers()
                            .filter(registered -> isOf(className, registered))
                            .toList()) {
                        DriverManager.deregisterDriver(own);
                    }
                }
                return new DriverOfUrl(driver);
            } catch (ReflectiveOperationException | LinkageError | SQLException e) {
                throw new MigrationException(
                        Reason.CONFIGURATION,
                        "The JDBC driver " + className + " is not on the class path, or cannot be used. Add " + artifact
                                + ".",
                        e);
            }
        }
    }

    private static boolean isOf(String className, Driver driver) {
        return driver.getClass().getName().equals(className);
    }
}
