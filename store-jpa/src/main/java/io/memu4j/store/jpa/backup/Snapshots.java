package io.memu4j.store.jpa.backup;

import io.memu4j.error.ConfigurationException;
import io.memu4j.error.StoreException;
import io.memu4j.internal.files.PrivateFiles;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.RowsFile;
import io.memu4j.spi.store.SnapshotContents;
import io.memu4j.store.jpa.database.Database;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/**
 * Copies of all rows of a database in a file. The file is data in one format for every kind of database, so that no engine has to open a
 * file of somebody else.
 */
public final class Snapshots {
    private static final String FILE = "rows.jsonl";
    private static final String FORMAT = "jsonl";

    private Snapshots() {}

    /** See {@link io.memu4j.spi.store.PhysicalStore#copyRows}. */
    public static RowsFile take(Database database, Path folder, BiConsumer<MemoryScope, String> blobs) {
        Path file = folder.resolve(FILE);
        boolean done = false;
        try {
            database.transactions().snapshot(connection -> write(database, connection, file));
            SortedMap<String, Long> rows = RestorableRows.checked(new RowsReader(file), blobs);
            done = true;
            return new RowsFile(FILE, FORMAT, database.kind().key(), MemuTables.SCHEMA, MemuTables.SCHEMA, rows);
        } finally {
            if (!done) {
                delete(file);
            }
        }
    }

    /** See {@link io.memu4j.spi.store.PhysicalStore#openRows}. */
    public static SnapshotContents open(Database target, Path file, RowsFile described, Clock clock) {
        if (!described.format().equals(FORMAT)) {
            throw new ConfigurationException("The rows of the backup are of the format '" + described.format()
                    + "', which this version does not read: it reads '" + FORMAT
                    + "'. Restore the backup with the version of memu4j that made it, and back up anew.");
        }
        Proof.requireSchema(described);
        return RestorableRows.open(target, new RowsReader(file), described, clock);
    }

    private static Path write(Database database, Connection connection, Path file) throws SQLException {
        Proof.requireSchema(connection);
        if (database.kind() == Database.Kind.SQLITE) {
            Proof.requireIntegrity(connection);
        }
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            RowsWriter.write(connection, out);
            out.flush();
            channel.force(true);
            return file;
        } catch (IOException e) {
            throw StoreException.permanent(
                    "The copy of the " + database.label() + " cannot be written to " + file + ": "
                            + e.getClass().getSimpleName() + ". Check its permissions and the free space.",
                    e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The failure that led here is the one to report; the folder is the caller's, who deletes it whole.
        }
    }
}
