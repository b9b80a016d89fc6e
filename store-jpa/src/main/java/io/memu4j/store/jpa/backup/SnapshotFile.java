package io.memu4j.store.jpa.backup;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.StoreException;
import io.memu4j.store.jpa.database.Database;
import io.memu4j.store.jpa.database.Databases;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** The file of a snapshot: a database of its own that nobody else has open. */
record SnapshotFile(Path path, Format format) {
    /** Which database a snapshot is, with the name of its file. */
    enum Format {
        SQLITE("memu.db"),
        H2("memu.mv.db");

        final String fileName;

        Format(String fileName) {
            this.fileName = fileName;
        }

        String key() {
            return this == SQLITE ? "sqlite" : "h2";
        }

        static Format of(String key) {
            return switch (key) {
                case "sqlite" -> SQLITE;
                case "h2" -> H2;
                default ->
                    throw new ConfigurationException("The backup's database is of the format '" + key
                            + "', which this version does not know. Restore it with the version that made it.");
            };
        }
    }

    static SnapshotFile in(Path folder, Format format) {
        return new SnapshotFile(folder.resolve(format.fileName), format);
    }

    /** As a database with the schema of this version; created or migrated where necessary. */
    Database open() {
        return Databases.open(config());
    }

    /** Reading changes no byte of the file. */
    Connection reading() throws SQLException {
        Properties properties = new Properties();
        if (format == Format.SQLITE) {
            properties.setProperty("open_mode", "1");
            return DriverManager.getConnection("jdbc:sqlite:" + path, properties);
        }
        properties.setProperty("user", "sa");
        properties.setProperty("password", "");
        return DriverManager.getConnection(
                "jdbc:h2:file:" + config().file() + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0", properties);
    }

    /** One file on the disk, without a log beside it, after {@link #open} was closed. */
    void finish() throws SQLException, IOException {
        if (format == Format.SQLITE) {
            try (Connection alone = DriverManager.getConnection("jdbc:sqlite:" + path);
                    Statement statement = alone.createStatement()) {
                statement.execute("PRAGMA journal_mode = DELETE");
            }
        }
        sync();
    }

    /** Makes the file durable, and removes what opening it left beside it. */
    void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        for (String beside : List.of("-wal", "-shm", "-journal", ".migrate.lock")) {
            Files.deleteIfExists(path.resolveSibling(path.getFileName() + beside));
        }
        Files.deleteIfExists(path.resolveSibling("memu.migrate.lock"));
    }

    private DatabaseConfig config() {
        if (format == Format.SQLITE) {
            return DatabaseConfig.sqlite(path);
        }
        String name = path.getFileName().toString();
        if (!name.endsWith(".mv.db")) {
            throw StoreException.permanent("The snapshot " + path + " is no H2 file. Expected a name in .mv.db.", null);
        }
        return DatabaseConfig.h2(path.resolveSibling(name.substring(0, name.length() - ".mv.db".length())));
    }
}
