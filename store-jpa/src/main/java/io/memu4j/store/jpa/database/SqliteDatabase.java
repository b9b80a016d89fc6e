package io.memu4j.store.jpa.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Migrate;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.StoreException;
import io.memu4j.store.jpa.sqlite.MemuSqliteDialect;
import io.memu4j.store.jpa.sqlite.SqliteTransactions;
import io.memu4j.store.jpa.tx.OpenedFile;
import io.memu4j.store.jpa.tx.StoreFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** SQLite files. Nothing here opens a database file except through SQLite: closing any other descriptor would drop its locks. */
final class SqliteDatabase {
    private static final Database.Kind KIND = Database.Kind.SQLITE;

    /** Of the files that belong to one database. */
    static final List<String> SUFFIXES = List.of("", "-wal", "-shm");

    /** What a pool that is not ours may lack; it costs no disk access. */
    private static final List<String> PRAGMAS =
            List.of("PRAGMA foreign_keys = ON", "PRAGMA synchronous = FULL", "PRAGMA busy_timeout = 5000");

    /** Views and triggers of a file may use functions without side effects only. */
    private static final String DISTRUST = "PRAGMA trusted_schema = OFF";

    /** What is named like a table of memory, or hangs on one, and is neither a table of rows nor an index. */
    private static final String FOREIGN =
            "select type from sqlite_master where (lower(tbl_name) like 'memu^_%' escape '^'"
                    + " or lower(tbl_name) like 'databasechangelog%')"
                    + " and (type not in ('table', 'index') or lower(sql) like 'create virtual%') limit 1";

    private SqliteDatabase() {}

    static Database open(DatabaseConfig config, Path file) {
        Pools.requireDriver("org.sqlite.JDBC", "org.xerial:sqlite-jdbc");
        String label = label(file);
        prepare(file, label, config.migrate() == Migrate.ON_OPEN);
        AutoMigration.beforeOpening(config, label, file);
        HikariConfig pool = Pools.of(KIND.key(), config.poolSize());
        pool.setDataSource(source(file));
        pool.setConnectionInitSql(DISTRUST);
        HikariDataSource source = Pools.open(label, pool, NewFile.prepare(file, label));
        boolean open = false;
        try {
            requireTables(source, label);
            open = true;
        } finally {
            if (!open) {
                source.close();
            }
        }
        return new Database(
                KIND,
                label,
                file,
                source,
                new SqliteTransactions(label, source, OpenedFile.at(label, file), realPath(file, label), List.of()),
                new MemuSqliteDialect());
    }

    /** A view or a trigger in the place of a table would answer, or write, what somebody else decided. */
    private static void requireTables(DataSource source, String label) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet foreign = statement.executeQuery(FOREIGN)) {
            if (foreign.next()) {
                throw StoreException.permanent(
                        "The " + label + " was not opened: a " + foreign.getString(1)
                                + " has the place of a table of memory,"
                                + " or acts on one. Use a file that memu4j made.",
                        null);
            }
        } catch (SQLException e) {
            throw StoreFailures.translated(label, e);
        }
    }

    static String label(Path file) {
        return "SQLite database " + file;
    }

    /** Opens the database on connections of the application. */
    static Database on(DataSource source, Connection connection) throws SQLException {
        String file = "";
        try (Statement statement = connection.createStatement();
                ResultSet main = statement.executeQuery("PRAGMA database_list")) {
            while (main.next()) {
                file = "main".equals(main.getString("name")) ? main.getString("file") : file;
            }
        }
        if (file == null || file.isEmpty()) {
            throw new ConfigurationException(
                    "The DataSource leads to a SQLite database in memory, where every connection"
                            + " has a database of its own. Use a file, or DatabaseConfig.memory().");
        }
        String label = label(Path.of(file));
        String realPath = realPath(Path.of(file), label);
        new DatabaseFile(Path.of(realPath), SUFFIXES).requireWritable(label);
        return new Database(
                KIND,
                label,
                Path.of(realPath),
                source,
                new SqliteTransactions(label, source, OpenedFile.at(label, Path.of(file)), realPath, PRAGMAS),
                new MemuSqliteDialect());
    }

    private static SQLiteDataSource source(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(5_000);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static void prepare(Path file, String label, boolean create) {
        if (file.toString().indexOf('?') >= 0) {
            throw new ConfigurationException(
                    "The path " + file + " contains a question mark, which the SQLite driver takes for the begin of"
                            + " parameters. Name a file without one.");
        }
        if (Files.isDirectory(file)) {
            throw StoreException.permanent("The " + label + " is a directory. Name a file.", null);
        }
        if (!create && !Files.exists(file)) {
            throw StoreException.permanent(
                    "The " + label + " does not exist, and must not be created here. Run 'memu migrate' first.", null);
        }
        new DatabaseFile(file, SUFFIXES).requireWritable(label);
    }

    private static String realPath(Path file, String label) {
        try {
            return file.toRealPath().toString();
        } catch (IOException e) {
            throw StoreException.permanent("The path of the " + label + " cannot be resolved.", e);
        }
    }
}
