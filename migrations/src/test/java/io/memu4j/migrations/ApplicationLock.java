package io.memu4j.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Liquibase's lock row as another program leaves it while it runs, or when it was killed. */
final class ApplicationLock {
    private ApplicationLock() {}

    static void hold(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement update = connection.prepareStatement(
                        "update databasechangeloglock set locked = ?, lockgranted = ?, lockedby = ? where id = 1")) {
            update.setBoolean(1, true);
            update.setTimestamp(2, Timestamp.from(Instant.parse("2026-11-01T10:00:00Z")));
            update.setString(3, "build-server");
            if (update.executeUpdate() != 1) {
                throw new AssertionError("there is no lock row");
            }
        }
    }

    static boolean isHeld(TestDatabase database) throws SQLException {
        return !database.query("select lockedby from databasechangeloglock where lockedby is not null")
                .isEmpty();
    }
}
