package io.memu4j.migrations;

import io.memu4j.migrations.MigrationException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A database named by its URL; each opening is a connection of its own. */
final class UrlTarget implements MigrationTarget {
    /** Who owns an H2 database unless somebody is named; the store takes the same. */
    private static final String H2_USER = "sa";

    private static final int H2_ABSENT = 90146;
    private static final Object H2_FILES = new Object();

    private final String url;
    private final Product product;
    private final DriverOfUrl driver;
    private final @Nullable Path file;
    private final Properties credentials = new Properties();
    private @Nullable Connection connection;

    private UrlTarget(String url, Product product) {
        this.url = url;
        this.product = product;
        this.driver = DriverOfUrl.of(product);
        this.file = DatabaseFiles.of(url);
    }

    /** @throws MigrationException when the URL is not of a supported database or its driver is missing */
    static UrlTarget of(String url, @Nullable String user, @Nullable String password) {
        requirePlainEnd(url);
        String lower = url.toLowerCase(Locale.ROOT);
        UrlTarget target;
        if (lower.startsWith(DatabaseFiles.SQLITE)) {
            target = new UrlTarget(url, Product.SQLITE);
            target.requirePlainSqliteFile();
        } else if (lower.startsWith(DatabaseFiles.H2)) {
            target = new UrlTarget(url, Product.H2);
        } else if (lower.startsWith("jdbc:postgresql:")) {
            target = new UrlTarget(url, Product.POSTGRESQL);
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
        return switch (product) {
            case SQLITE, H2 -> file != null && (!Files.exists(onDisk(file)) || BrokenFile.isNew(file, onDisk(file)));
            case POSTGRESQL -> false;
        };
    }

    private boolean createOwnersFile() {
        if (file == null || url.toUpperCase(Locale.ROOT).contains(";IFEXISTS=TRUE")) {
            return false;
        }
        Path onDisk = onDisk(file);
        try {
            return OwnersFile.createIfAbsent(onDisk);
        } catch (IOException e) {
            throw new MigrationException(
                    Reason.FAILED,
                    "The database file " + onDisk + " could not be created (" + e
                            + "). Make its folder writable, or choose another one.",
                    e);
        }
    }

    private Path onDisk(Path database) {
        return product == Product.H2 ? database.resolveSibling(database.getFileName() + ".mv.db") : database;
    }

    @Override
    public @Nullable Path file() {
        return file;
    }

    @Override
    public MigrationStatus read(Reading reading) throws SQLException {
        if (product == Product.H2 && file != null) {
            return readH2(reading, file);
        }
        if (connection != null) {
            return reading.of(connection);
        }
        boolean hadLog = BrokenFile.log(file) > 0;
        Connection opened;
        try {
            opened = product == Product.SQLITE
                    ? sqlite(Map.of("busy_timeout", "10000"))
                    : driver.connect(isUnknownH2File() ? with("IFEXISTS=TRUE", url) : url, credentials);
        } catch (SQLException e) {
            if (e.getErrorCode() == H2_ABSENT) {
                return Migration.EMPTY;
            }
            throw e;
        }
        connection = opened;
        MigrationStatus status = reading.of(opened);
        if (product == Product.SQLITE && status.found() == 0 && !hadLog && file != null) {
            requireTables(opened, file);
        }
        return status;
    }

    /** Whether H2 keeps it in a file system of its own. */
    private boolean isUnknownH2File() {
        return product == Product.H2 && !url.toLowerCase(Locale.ROOT).matches("(?s)jdbc:h2:(mem|tcp|ssl):.*");
    }

    /** A SQLite file in WAL mode that has no table, and no log, has lost its log: a copy of the main file alone. */
    private static void requireTables(Connection connection, Path file) throws SQLException {
        if (MigrationGuard.isMarked(file)) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select (select count(*) from sqlite_master) = 0 and (select journal_mode from pragma_journal_mode) = 'wal'")) {
            if (row.next() && row.getBoolean(1)) {
                throw BrokenFile.broken(
                        file,
                        "holds no table and has no write-ahead log (" + file.getFileName()
                                + "-wal) beside it: the log seems to be lost, and everything was in it");
            }
        }
    }

    /**
     * Opens the file for reading only, and closes it at once: H2 makes its own tables in whatever it may write to. Only a file whose
     * migration was killed is opened for writing: H2 refuses one that lacks its tables, and then keeps the file's lock until the garbage
     * is collected. One at a time, because another connection of this JVM would get the same database, for reading only.
     */
    private MigrationStatus readH2(Reading reading, Path file) throws SQLException {
        synchronized (H2_FILES) {
            String address = MigrationGuard.isMarked(file) ? url : h2ForReading();
            try (Connection looking = driver.connect(address, credentials)) {
                return reading.of(looking);
            } catch (SQLException e) {
                if (BrokenFile.isCut(e)) {
                    throw BrokenFile.broken(onDisk(file), "holds no table: it seems to be a copy that broke off");
                }
                throw e;
            }
        }
    }

    @Override
    public Connection forMigrating() throws SQLException {
        close();
        boolean created = createOwnersFile();
        try {
            Connection opened = openedForMigrating();
            connection = opened;
            return opened;
        } finally {
            if (created
                    && connection == null
                    && file != null
                    && onDisk(file).toFile().length() == 0) {
                onDisk(file).toFile().delete(); // the driver did not take it
            }
        }
    }

    private Connection openedForMigrating() throws SQLException {
        return switch (product) {
            case SQLITE ->
                sqlite(Map.of(
                        "busy_timeout", "10000",
                        "journal_mode", "WAL",
                        "synchronous", "FULL",
                        "foreign_keys", "true",
                        "transaction_mode", "IMMEDIATE"));
            case H2 -> h2();
            case POSTGRESQL -> driver.connect(url, credentials);
        };
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
        return driver.connect(url, properties);
    }

    /**
     * With a write delay, H2 acknowledges commits that a crash still loses. Without the other setting it keeps a file of
     * errors, and Liquibase provokes some to see which tables exist.
     */
    private String h2ForMigrating() {
        return file == null ? url : with("TRACE_LEVEL_FILE=0", with("WRITE_DELAY=0", url));
    }

    private Connection h2() throws SQLException {
        synchronized (H2_FILES) {
            return driver.connect(h2ForMigrating(), credentials);
        }
    }

    /** A file that one program serves to others cannot be read by this one alone. */
    private String h2ForReading() {
        String alone = url.replaceAll("(?i);AUTO_SERVER=TRUE", "");
        return with("ACCESS_MODE_DATA=r", with("IFEXISTS=TRUE", with("TRACE_LEVEL_FILE=0", alone)));
    }

    private static String with(String setting, String h2Url) {
        String name = ";" + setting.substring(0, setting.indexOf('=') + 1);
        return h2Url.toUpperCase(Locale.ROOT).contains(name) ? h2Url : h2Url + ";" + setting;
    }

    /** Drivers cut white space off the end of a file's name, and open another file. */
    private static void requirePlainEnd(String url) {
        String name = url.replaceFirst("(?s)[?;].*", "");
        for (String part : List.of(url, name)) {
            if (!part.stripTrailing().equals(part) || part.chars().anyMatch(Character::isISOControl)) {
                throw new MigrationException(
                        Reason.CONFIGURATION,
                        "The database URL " + name.replaceAll("\\p{Cntrl}", "?")
                                + " ends with a blank or contains a control character, such as the line end of a Windows file."
                                + " Remove it.");
            }
        }
    }

    private void requirePlainSqliteFile() {
        if (file == null || url.indexOf('?') >= 0 || url.startsWith("file:", DatabaseFiles.SQLITE.length())) {
            throw new MigrationException(
                    Reason.CONFIGURATION,
                    "The SQLite URL must be jdbc:sqlite:PATH of a file, without parameters: the pragmas are set here. For a"
                            + " database in memory hand in its DataSource.");
        }
    }
}
