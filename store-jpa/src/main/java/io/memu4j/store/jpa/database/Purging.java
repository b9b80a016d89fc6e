package io.memu4j.store.jpa.database;

import com.zaxxer.hikari.HikariDataSource;
import io.memu4j.admin.PurgeOutcome;
import io.memu4j.internal.files.PrivateFiles;
import io.memu4j.internal.value.DatabasePath;
import io.memu4j.store.jpa.sqlite.SqliteTransactions;
import io.memu4j.store.jpa.tx.StoreFailures;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Rewrites the files of a database without what was deleted, the way each kind of database does that. Thread-safe. */
public final class Purging {
    /** Our tables as an unqualified name finds them, with the numbers of their files. */
    private static final String TABLES = "select c.oid::regclass::text, pg_relation_filenode(c.oid) from pg_class c"
            + " where c.relkind = 'r' and c.relname like 'memu\\_%' and pg_table_is_visible(c.oid)";

    private final Database database;
    private final AtomicBoolean compactAtClose = new AtomicBoolean();

    public Purging(Database database) {
        this.database = database;
    }

    /** Purges now, or says what stands in the way. */
    public PurgeOutcome purge() {
        return switch (database.kind()) {
            case SQLITE -> sqlite();
            case H2 -> h2();
            case POSTGRESQL -> postgresql();
        };
    }

    /** Does what can be done only when the store is closed. */
    public void finish() {
        if (!compactAtClose.getAndSet(false)) {
            return;
        }
        database.transactions().read(Connection::getAutoCommit); // not into the place of a file that was moved
        String url = database.source() instanceof HikariDataSource pool ? pool.getJdbcUrl() : "";
        Path file = DatabasePath.ofH2(url);
        boolean ownersAlone = file != null && !PrivateFiles.isOpenToOthers(file);
        boolean closed = false;
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
            closed = true;
        } catch (SQLException e) {
            // A connection to a database that is closed now cannot be given back without complaint.
            if (!closed) {
                throw StoreFailures.translated(database.label(), e);
            }
        }
        if (ownersAlone) {
            // H2 wrote the rest into a new file, with the permissions that the umask leaves.
            PrivateFiles.closeToOthers(Objects.requireNonNull(file));
        }
    }

    private PurgeOutcome sqlite() {
        return ((SqliteTransactions) database.transactions()).exclusive(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA secure_delete = ON");
                statement.execute("VACUUM");
                if (freePages(statement) > 0) {
                    return pending(
                            "Not done, because SQLite left free pages in the file: somebody wrote at the same time. Purge"
                                    + " again.");
                }
                return checkpointed(statement)
                        ? done(
                                "The SQLite file was rewritten without what was deleted, and its write-ahead log was emptied.")
                        : pending(
                                "The SQLite file was rewritten, but its write-ahead log cannot be emptied while another"
                                        + " connection or process reads. Purge again when nothing else uses the file.");
            } catch (SQLException e) {
                return pending("SQLite could not rewrite the file (code " + e.getErrorCode()
                        + "). It needs as much free disk as the file has, and no other writer. Purge again then.");
            }
        });
    }

    private static long freePages(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA freelist_count")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Whether the log is empty; others may be reading from it. */
    private static boolean checkpointed(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return row.next() && row.getInt("busy") == 0;
        }
    }

    private PurgeOutcome h2() {
        if (!(database.source() instanceof HikariDataSource pool)) {
            return pending("The H2 database is the application's own: run SHUTDOWN COMPACT as its last statement.");
        }
        String url = pool.getJdbcUrl();
        if (url.startsWith("jdbc:h2:mem:")) {
            return done("The H2 database is in memory and has no files.");
        }
        if (DatabasePath.ofH2(url) == null || url.toUpperCase(Locale.ROOT).contains(";AUTO_SERVER=TRUE")) {
            return pending("Other programs may be connected to the H2 database, and rewriting its file ends their"
                    + " connections: run SHUTDOWN COMPACT when none is.");
        }
        compactAtClose.set(true);
        return new PurgeOutcome(false, true, "H2 rewrites its file when the database is closed: close the factory.");
    }

    private PurgeOutcome postgresql() {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            SortedMap<String, Long> before = files(statement);
            statement.execute("SET lock_timeout = '30s'");
            try {
                for (String table : before.keySet()) {
                    statement.execute("VACUUM (FULL, ANALYZE) " + table);
                }
            } finally {
                statement.execute("RESET lock_timeout");
            }
            return rewritten(before, files(statement));
        } catch (SQLException e) {
            return pending("PostgreSQL could not rewrite all tables (SQLSTATE " + e.getSQLState()
                    + "). It needs to own them, and 30 seconds without readers of each. Purge again then.");
        }
    }

    /** The number of the file of each of our tables: PostgreSQL skips a table of another role with a warning, and keeps its file. */
    private static SortedMap<String, Long> files(Statement statement) throws SQLException {
        SortedMap<String, Long> files = new TreeMap<>();
        try (ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                files.put(row.getString(1), row.getLong(2));
            }
        }
        return files;
    }

    private static PurgeOutcome rewritten(SortedMap<String, Long> before, SortedMap<String, Long> after) {
        if (before.isEmpty()) {
            return pending("Nothing was rewritten, because no table of memu4j is in the search path of this role.");
        }
        List<String> skipped = before.entrySet().stream()
                .filter(table -> table.getValue().equals(after.get(table.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        if (!skipped.isEmpty()) {
            return pending(
                    "Not done, because PostgreSQL did not rewrite " + skipped.size() + " of " + before.size()
                            + " tables, the first is " + skipped.get(0)
                            + ": they belong to another role. Purge as their owner ('memu purge'), or have it run VACUUM FULL.");
        }
        return done("The tables were rewritten without what was deleted. The server's write-ahead log, its archive,"
                + " replicas and logs are the server's own.");
    }

    private static PurgeOutcome done(String explanation) {
        return new PurgeOutcome(true, false, explanation);
    }

    private static PurgeOutcome pending(String explanation) {
        return new PurgeOutcome(false, false, explanation);
    }
}
