package io.memu4j.store.jpa.backup;

import io.memu4j.error.ConfigurationException;
import io.memu4j.error.SchemaOutOfDateException;
import io.memu4j.error.StoreException;
import io.memu4j.internal.files.PrivateFiles;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.RowsFile;
import io.memu4j.spi.store.SnapshotContents;
import io.memu4j.store.jpa.backup.SnapshotFile.Format;
import io.memu4j.store.jpa.database.Database;
import io.memu4j.store.jpa.tx.StoreFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Copies of all rows of a database in a file. SQLite makes the file itself ({@code VACUUM INTO}, without the free pages in which deleted
 * rows linger); from H2 and PostgreSQL the rows of one snapshot are copied into a new file: of H2 from H2, of SQLite from PostgreSQL.
 */
public final class Snapshots {
    private Snapshots() {}

    /** See {@link io.memu4j.spi.store.PhysicalStore#copyRows}. */
    public static RowsFile take(Database database, Path folder, BiConsumer<MemoryScope, String> blobs) {
        SnapshotFile file = SnapshotFile.in(folder, format(database));
        boolean done = false;
        try {
            if (database.kind() == Database.Kind.SQLITE) {
                vacuumInto(database, file.path());
                file.sync();
            } else {
                copyRows(database, file);
                file.finish();
            }
            RowsFile snapshot = proven(file, database.kind().key(), blobs);
            done = true;
            return snapshot;
        } catch (SQLException e) {
            throw StoreFailures.translated("copy of the database", e);
        } catch (IOException e) {
            throw StoreException.permanent(
                    "The copy of the " + database.label() + " cannot be written in " + folder + ": "
                            + e.getClass().getSimpleName() + ". Check its permissions and the free space.",
                    e);
        } finally {
            if (!done) {
                empty(folder);
            }
        }
    }

    /** See {@link io.memu4j.spi.store.PhysicalStore#openRows}. */
    public static SnapshotContents open(Database target, Path file, RowsFile described, Clock clock) {
        return PreparedSnapshot.open(target, new SnapshotFile(file, Format.of(described.format())), described, clock);
    }

    private static Format format(Database database) {
        if (database.kind() == Database.Kind.H2) {
            return Format.H2;
        }
        try {
            Class.forName("org.sqlite.JDBC", false, Snapshots.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new ConfigurationException(
                    "A backup of a PostgreSQL database is a SQLite file, and its driver is not on the class path."
                            + " Add the dependency org.xerial:sqlite-jdbc.",
                    e);
        }
        return Format.SQLITE;
    }

    private static void vacuumInto(Database database, Path file) throws IOException {
        PrivateFiles.createIfAbsent(file);
        database.transactions().read(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute("VACUUM INTO '" + file.toString().replace("'", "''") + "'");
            }
        });
    }

    private static void copyRows(Database database, SnapshotFile file) {
        try (Database copy = file.open()) {
            database.transactions().snapshot(from -> copy.transactions().write(to -> {
                requireSameSchema(from, to);
                RowCopy.copy(from, to, MemuTables.SCOPES);
                for (String table : MemuTables.CONTENTS) {
                    RowCopy.copy(from, to, table);
                }
                RowCopy.copy(from, to, MemuTables.PENDING);
                return to;
            }));
        }
    }

    private static void requireSameSchema(Connection from, Connection to) throws SQLException {
        int found = Proof.schemaVersion(from);
        int known = Proof.schemaVersion(to);
        if (found != known) {
            throw new SchemaOutOfDateException("The database has schema version " + found
                    + ", and this version can copy rows of version " + known
                    + ". Back up with the version of memu4j that migrated it.");
        }
    }

    private static RowsFile proven(SnapshotFile file, String source, BiConsumer<MemoryScope, String> blobs) {
        try (Connection reading = file.reading()) {
            RowsFile snapshot = Proof.of(reading, file.format(), source);
            names(reading, blobs);
            return snapshot;
        } catch (SQLException e) {
            throw StoreFailures.translated("copy of the database", e);
        }
    }

    /** Returns how many. */
    static long names(Connection file, BiConsumer<MemoryScope, String> blobs) throws SQLException {
        try (Statement statement = file.createStatement()) {
            statement.setFetchSize(RowCopy.BATCH);
            try (ResultSet rows = statement.executeQuery(MemuTables.NAMED_BLOBS)) {
                long named = 0;
                while (rows.next()) {
                    named++;
                    blobs.accept(new MemoryScope(rows.getString(1), rows.getString(2)), rows.getString(3));
                }
                return named;
            }
        }
    }

    private static void empty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // The failure that led here is the one to report; the folder is the caller's, who deletes it whole.
        }
    }
}
