package io.memu4j.store.jpa.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.StoreException;
import io.memu4j.internal.value.DatabasePath;
import io.memu4j.store.jpa.tx.JdbcTransactions;
import io.memu4j.store.jpa.tx.OpenedFile;
import io.memu4j.store.jpa.tx.StoreFailures;
import io.memu4j.store.jpa.tx.TransactionStart;
import io.memu4j.store.jpa.tx.WriterLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hibernate.dialect.H2Dialect;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** H2 in a file or in memory. */
final class H2Database {
    private static final Logger log = LoggerFactory.getLogger(H2Database.class);
    private static final Database.Kind KIND = Database.Kind.H2;

    /** H2 writes a commit to disk half a second later unless told otherwise: what was acknowledged would be lost. */
    private static final String DURABLE = ";WRITE_DELAY=0";

    /**
     * H2 answers a repeated query from the result before while it believes that nothing changed, and believes so for a moment after the
     * commit of another session: a writer that waited for that commit would plan on outdated rows.
     */
    private static final String FRESH = "OPTIMIZE_REUSE_RESULTS";

    /** Waiting writers wait, and errors are reported to the caller, not to a file beside the database. */
    private static final String SETTINGS = ";LOCK_TIMEOUT=30000;TRACE_LEVEL_FILE=0;" + FRESH + "=0";

    /**
     * At this level H2 reads all tables as of the transaction's first statement. At REPEATABLE READ a table joins when a statement first
     * names it, and a reader of several tables sees several moments.
     */
    private static final int SNAPSHOT = Connection.TRANSACTION_SERIALIZABLE;

    /**
     * Writes the place of the chunk before the last one into the header of the file: after a crash, what was committed since the last
     * good header is gone.
     */
    private static final String LOSES_COMMITS = "2.5.252";

    private static final Pattern PASSWORD = Pattern.compile("(?i);PASSWORD=([^;]*)");

    private static final int ADMIN_RIGHTS_NEEDED = 90040;

    private H2Database() {}

    static Database open(DatabaseConfig config) {
        Pools.requireDriver("org.h2.Driver", "com.h2database:h2");
        requireDurable(org.h2.Driver.class.getPackage().getImplementationVersion(), config.isPersistent());
        Path file = config.file();
        String label = file != null
                ? "H2 database " + file
                : config.url() != null ? "H2 database of the URL" : "H2 database in memory";
        String url = url(file, config.url(), config.migrate()) + SETTINGS;
        String shared = shared(url);
        if (shared != null) {
            log.warn(shared);
        }
        Path onDisk = DatabasePath.ofH2(url);
        if (onDisk != null) {
            new DatabaseFile(onDisk, List.of("")).requireWritable(label);
        }
        requireData(config, url, onDisk, label); // before anything of ours opens the file with H2
        if (onDisk != null) {
            AutoMigration.beforeOpening(config, label, onDisk);
        }
        HikariConfig pool = Pools.of(KIND.key(), config.poolSize());
        pool.setJdbcUrl(url);
        pool.setUsername(config.user() == null ? "sa" : config.user());
        pool.setPassword(config.password() == null ? "" : config.password());
        // A database without connections is closed, and one in memory is gone: the pool's one idle connection stays.
        pool.setMaxLifetime(0);
        pool.setIdleTimeout(0);
        HikariDataSource source =
                Pools.open(label, pool, onDisk != null && creates(url) ? NewFile.prepare(onDisk, label) : null);
        boolean open = false;
        try (Connection connection = source.getConnection()) {
            Database database = database(source, label, connection);
            open = true;
            return database;
        } catch (SQLException e) {
            throw StoreFailures.translated(label, e);
        } finally {
            if (!open) {
                source.close();
            }
        }
    }

    /** Refuses a file from which H2 would run something, unless the application trusts it. */
    static void requireData(DatabaseConfig config) {
        String url = config.file() == null ? config.url() : "jdbc:h2:file:" + config.file();
        if (url != null) {
            requireData(
                    config,
                    url,
                    DatabasePath.ofH2(url),
                    "H2 database " + (config.file() == null ? "of the URL" : config.file()));
        }
    }

    private static void requireData(DatabaseConfig config, String url, @Nullable Path file, String label) {
        if (config.trusted() || url.matches("jdbc:h2:(mem|tcp|ssl):.*")) {
            return;
        }
        if (file == null) {
            throw new ConfigurationException(
                    "The H2 URL names no file that can be examined before it is opened. Name it as"
                            + " jdbc:h2:file:PATH, or use DatabaseConfig.trustedJdbc in a program.");
        }
        String settings = url.toUpperCase(Locale.ROOT);
        String password = config.password() == null ? passwordOf(url) : config.password();
        boolean encrypted = settings.contains(";CIPHER=");
        H2FileCheck.require(
                file,
                encrypted && password != null ? password.replaceFirst(" .*", "").toCharArray() : null,
                label,
                settings.contains(";AUTO_SERVER=TRUE"));
    }

    private static @Nullable String passwordOf(String url) {
        Matcher password = PASSWORD.matcher(url);
        return password.find() ? password.group(1) : null;
    }

    /** Opens the database on connections of the application. */
    static Database on(DataSource source, Connection connection) throws SQLException {
        DatabaseMetaData driver = connection.getMetaData();
        requireDurable(driver.getDriverVersion(), !driver.getURL().startsWith("jdbc:h2:mem:"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET " + FRESH + " 0");
        } catch (SQLException e) {
            if (e.getErrorCode() != ADMIN_RIGHTS_NEEDED) {
                throw e;
            }
            throw new ConfigurationException(
                    "The H2 database of the DataSource may show outdated rows to a writer, and its user may not change that."
                            + " Connect as an administrator.",
                    e);
        }
        if (connection.getMetaData().getURL().startsWith("jdbc:h2:mem:")) {
            log.warn("The DataSource leads to an H2 database in memory: memory ends with this process at the latest.");
        }
        return database(source, "H2 database of the DataSource", connection);
    }

    /**
     * Writers take turns: a row that the next writer locks while the commit before is still being written shows its older value to
     * readers for as long as that writer runs, and a reader who had seen the newer one goes back in time (seen with H2 2.5.252).
     */
    private static Database database(DataSource source, String label, Connection connection) throws SQLException {
        if (connection.isReadOnly()) {
            throw StoreException.permanent(
                    "The " + label + " was opened for reading only, and a memory is written to. Make its file and its"
                            + " folder writable, and open it without settings that forbid writing.",
                    null);
        }
        Path file = DatabasePath.ofH2(connection.getMetaData().getURL());
        var transactions = new JdbcTransactions(
                label,
                source,
                TransactionStart.ofSession(SNAPSHOT),
                file == null || !Files.exists(file) ? OpenedFile.none() : OpenedFile.at(label, file),
                WriterLock.of(label, path(connection)));
        return new Database(KIND, label, file, source, transactions, new H2Dialect());
    }

    static boolean isEncrypted(Database database) {
        boolean byUrl = database.source() instanceof HikariDataSource pool
                && pool.getJdbcUrl().toUpperCase(Locale.ROOT).contains(";CIPHER=");
        return byUrl
                || database.transactions().read(connection -> {
                    Path file = Path.of(path(connection) + ".mv.db");
                    return Files.isRegularFile(file) && H2FileCheck.isEncrypted(file);
                });
    }

    /** Whether opening the URL may create a file. */
    private static boolean creates(String url) {
        String settings = url.toUpperCase(Locale.ROOT);
        return !settings.contains(";IFEXISTS=TRUE")
                && !settings.contains(";FORBID_CREATION=TRUE")
                && !settings.contains(";ACCESS_MODE_DATA=R;");
    }

    /** What does not hold for a database that several programs can write to, in a full sentence; null where that is none. */
    static @Nullable String shared(String url) {
        String settings = url.toUpperCase(Locale.ROOT);
        boolean autoServer = settings.contains(";AUTO_SERVER=TRUE");
        if (!autoServer && !settings.startsWith("JDBC:H2:TCP:") && !settings.startsWith("JDBC:H2:SSL:")) {
            return null;
        }
        return "Several programs can write to the H2 database of the URL, and they do not take turns: a reader may see the state"
                + " before a write for a moment."
                + (autoServer
                        ? " With AUTO_SERVER, when the program that opened the file first ends, calls in the others fail"
                                + " until they open it anew."
                        : "")
                + " For several programs use SQLite or PostgreSQL.";
    }

    /** The same for every name of one database. */
    private static String path(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select database_path()")) {
            row.next();
            String file = row.getString(1);
            return file != null ? file : connection.getMetaData().getURL();
        }
    }

    static void requireDurable(@Nullable String version, boolean persistent) {
        if (persistent && version != null && version.startsWith(LOSES_COMMITS)) {
            throw new ConfigurationException(
                    "H2 " + version + " is on the class path, which loses acknowledged writes of a file when"
                            + " its process is killed. Use com.h2database:h2:2.4.240.");
        }
    }

    private static String url(@Nullable Path file, @Nullable String url, Migrate migrate) {
        if (file != null) {
            if (file.toString().indexOf(';') >= 0) {
                throw new ConfigurationException(
                        "The path " + file + " contains a semicolon, which H2 takes for the begin of settings. Name a"
                                + " file without one.");
            }
            return "jdbc:h2:file:" + file + DURABLE + existing(migrate);
        }
        if (url == null) {
            return "jdbc:h2:mem:memu4j-" + UUID.randomUUID();
        }
        String settings = url.toUpperCase(Locale.ROOT);
        if (!settings.matches("(?s)JDBC:H2:(MEM|TCP|SSL):.*") && !settings.contains(";IFEXISTS=")) {
            return durable(url + existing(migrate), settings);
        }
        return durable(url, settings);
    }

    private static String existing(Migrate migrate) {
        return migrate == Migrate.ON_OPEN ? "" : ";IFEXISTS=TRUE";
    }

    private static String durable(String url, String settings) {
        if (!settings.contains(";WRITE_DELAY=")) {
            return url + DURABLE;
        }
        if (!(settings + ";").contains(DURABLE + ";")) {
            throw new ConfigurationException(
                    "The H2 URL sets WRITE_DELAY, so that acknowledged writes can be lost. Remove it; the framework sets 0.");
        }
        return url;
    }
}
