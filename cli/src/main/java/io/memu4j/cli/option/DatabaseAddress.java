package io.memu4j.cli.option;

import io.memu4j.config.DatabaseConfig;
import java.nio.file.Path;

/** How a database is named: for drivers, and for people. */
public final class DatabaseAddress {
    private DatabaseAddress() {}

    public static String url(DatabaseConfig database) {
        String url = database.url();
        if (url != null) {
            return url;
        }
        Path file = database.file();
        return switch (database.kind()) {
            case SQLITE -> "jdbc:sqlite:" + file;
            case H2 -> "jdbc:h2:file:" + file;
            case MEMORY, POSTGRESQL ->
                throw new UsageException("This database has no address. Name one with --db PATH|JDBC-URL.");
        };
    }

    /** Without parameters, which may hold a password. */
    public static String shown(DatabaseConfig database) {
        Path file = database.file();
        return file != null ? file.toString() : url(database).replaceFirst("[?;].*", "");
    }
}
