package io.memu4j.store.jpa.database;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The size of SQLite's write-ahead log, which every reader has to look through. */
record WriteAheadLog(Path file, Statement statement) {
    /** SQLite begins to write it back at 4 MB; much more means that a reader stands in the way all the time. */
    static final long LARGE = 64L << 20;

    List<Finding> findings(boolean fix) throws SQLException {
        long bytes = bytes();
        if (bytes <= LARGE) {
            return List.of();
        }
        Finding finding = Finding.fixable(
                Area.FILES,
                "The write-ahead log of the SQLite database has " + (bytes >> 20) + " MB: searches get slower with it.",
                "'memu doctor --fix' writes it back. If it grows again, some process keeps a reading transaction open: end that.");
        return List.of(fix && truncated() ? finding.asFixed() : finding);
    }

    private boolean truncated() throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
            return row.next() && row.getInt("busy") == 0;
        }
    }

    private long bytes() {
        return Path.of(file + "-wal").toFile().length();
    }
}
