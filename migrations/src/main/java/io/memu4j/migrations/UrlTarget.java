package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A database named by its URL; each opening is a connection of its own. */
final class UrlTarget implements MigrationTarget {
    /** Who owns an H2 database unless somebody is named; the store takes the same. */
    private static final String H2_USER = "sa";

    private final String url;
    private final Product product;
    private final @Nullable Path file;
    private final Properties credentials = new Properties();
    private @Nullable Connection connection;

    private UrlTarget(String url, Product product) {
        this.url = url;
        this.product = product;
        this.file = DatabaseFiles.of(url);
    }

    /** @throws MigrationException when the URL is not of a supported database or its driver is missing */
    static UrlTarget of(String url, @Nullable String user, @Nullable String password) {
        String lower = url.toLowerCase(Locale.ROOT);
        UrlTarget target;
        if (lower.startsWith(DatabaseFiles.SQLITE)) {
            target = new UrlTarget(url, Product.SQLITE);
            target.requirePlainSqliteFile();
            requireDriver("org.sqlite.JDBC", "org.xerial:sqlite-jdbc");
        } else if (lower.startsWith(DatabaseFiles.H2)) {
            target = new UrlTarget(url, Product.H2);
            requireDriver("org.h2.Driver", "com.h2database:h2");
        } else if (lower.startsWith("jdbc:postgresql:")) {
            target = new UrlTarget(url, Product.POSTGRESQL);
            requireDriver("org.postgresql.Driver", "org.postgresql:postgresql");
        } else {
            throw new MigrationException(
                    Reason.CONFIGURATION,
                    "The database URL is of no supported database. Use jdbc:sqlite:, jdbc:h2: or jdbc:postgresql:.");
        }
        String named = user == null && target.product == Product.H2 && !lower.contains(";user=") ? H2_USER : user;
        if (named != null) {
            target.credentials.setProperty("user", named);
        }
        if (password != null) {
            target.credentials.setProperty("password", password);
        }
        return target;
    }

    @Override
    public boolean isAbsent() {
        Path onDisk = onDisk();
        return onDisk != null && !Files.exists(onDisk);
    }

    /** The file that the driver creates; null where there is none. */
    private @Nullable Path onDisk() {
        return product == Product.H2 && file != null ? file.resolveSibling(file.getFileName() + ".mv.db") : file;
    }

    private void createOwnersFile() {
        Path onDisk = onDisk();
        if (onDisk == null || url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=TRUE")) {
            return;
        }
        try {
            OwnersFile.createIfAbsent(onDisk);
        } catch (IOException e) {
            throw new MigrationException(
                    Reason.FAILED,
                    "The database file " + onDisk + " could not be created (" + e
                            + "). Make its folder writable, or choose another one.",
                    e);
        }
    }

    @Override
    public @Nullable Path file() {
        return file;
    }

    @Override
    public Connection forReading() throws SQLException {
        if (connection == null) {
            connection = product == Product.SQLITE
                    ? sqlite(Map.of("busy_timeout", "10000"))
                    : DriverManager.getConnection(url, credentials);
        }
        return connection;
    }

    @Override
    public Connection forMigrating() throws SQLException {
        close();
        createOwnersFile();
        Connection opened =
                switch (product) {
                    case SQLITE ->
                        sqlite(Map.of(
                                "busy_timeout", "10000",
                                "journal_mode", "WAL",
                                "synchronous", "FULL",
                                "foreign_keys", "true",
                                "transaction_mode", "IMMEDIATE"));
                    case H2 -> DriverManager.getConnection(h2ForMigrating(), credentials);
                    case POSTGRESQL -> DriverManager.getConnection(url, credentials);
                };
        connection = opened;
        return opened;
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private Connection sqlite(Map<String, String> pragmas) throws SQLException {
        Properties properties = new Properties();
        properties.putAll(pragmas);
        return DriverManager.getConnection(url, properties);
    }

    /**
     * With a write delay, H2 acknowledges commits that a crash still loses. Without the other setting it keeps a file of
     * errors, and Liquibase provokes some to see which tables exist.
     */
    private String h2ForMigrating() {
        return file == null ? url : with("TRACE_LEVEL_FILE=0", with("WRITE_DELAY=0", url));
    }

    private static String with(String setting, String h2Url) {
        String name = ";" + setting.substring(0, setting.indexOf('=') + 1);
        return h2Url.toUpperCase(Locale.ROOT).contains(name) ? h2Url : h2Url + ";" + setting;
    }

    private void requirePlainSqliteFile() {
        if (file == null || url.indexOf('?') >= 0 || url.startsWith("file:", DatabaseFiles.SQLITE.length())) {
            throw new MigrationException(
                    Reason.CONFIGURATION,
                    "The SQLite URL must be jdbc:sqlite:PATH of a file, without parameters: the pragmas are set here. For a"
                            + " database in memory hand in its DataSource.");
        }
    }

    private static void requireDriver(String driver, String artifact) {
        try {
            Class.forName(driver);
        } catch (ClassNotFoundException e) {
            throw new MigrationException(
                    Reason.CONFIGURATION,
                    "The JDBC driver " + driver + " is not on the class path. Add " + artifact + ".",
                    e);
        }
    }
}
