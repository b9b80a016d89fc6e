package io.memu4j.store.jpa;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.NewItem;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.spi.store.MemoryStore;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the frozen databases of a release; run once, when it is released. Argument: the folder to write to. What it writes, and the step that
 * completes it for PostgreSQL, is told in {@code src/test/resources/frozen/README.md}.
 */
final class FreezeDatabases {
    private static final MemoryScope LEAVING = new MemoryScope("leaving", "helper");

    private FreezeDatabases() {}

    public static void main(String[] args) throws Exception {
        Path to = Files.createDirectories(Path.of(args[0]));
        Path work = Files.createTempDirectory("freeze");

        DatabaseConfig sqlite = DatabaseConfig.sqlite(work.resolve("sqlite/memu.db"));
        fill(sqlite, work.resolve("copies-1"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + sqlite.file());
                Statement statement = connection.createStatement()) {
            list(connection, to.resolve("sqlite.json"));
            statement.execute("vacuum into '" + work.resolve("frozen.db") + "'");
        }
        gzip(Files.readAllBytes(work.resolve("frozen.db")), to.resolve("sqlite.db.gz"));

        DatabaseConfig h2 = DatabaseConfig.h2(work.resolve("h2/memu"));
        fill(h2, work.resolve("copies-2"));
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + h2.file(), "sa", "");
                Statement statement = connection.createStatement()) {
            list(connection, to.resolve("h2.json"));
            statement.execute("shutdown compact");
        }
        gzip(Files.readAllBytes(work.resolve("h2/memu.mv.db")), to.resolve("h2.mv.db.gz"));

        DatabaseConfig postgresql = Postgres.freshDatabase();
        fill(postgresql, work.resolve("copies-3"));
        try (Connection connection = DriverManager.getConnection(postgresql.url(), "postgres", "postgres")) {
            JsonNode rows = list(connection, to.resolve("postgresql.json"));
            Files.writeString(to.resolve("postgresql-rows.sql"), inserts(rows));
        }
        System.exit(0);
    }

    private static void fill(DatabaseConfig config, Path copies) {
        BackedUpMemory memory = new BackedUpMemory(config, copies).filled();
        try (MemoryServiceFactory memu = memory.open()) {
            MemoryService odd = memu.service(BackedUpMemory.ODD);
            odd.items()
                    .create(NewItem.of(
                                    MemoryType.EVENT,
                                    "It's \"quoted\", 100% {braces}; \\back -- drop table memu_items;\n\ttab \u65E5\u672C\u8A9E")
                            .withHappenedAt(new HappenedAt(
                                    LocalDateTime.parse("2026-05-01T00:00"),
                                    LocalDateTime.parse("2026-06-01T00:00"),
                                    HappenedAt.Precision.MONTH))
                            .withCategories("goals")
                            .withAttributes(Map.of("k'ey", "v\"alue \u00DF")));
        }
        try (MemoryServiceFactory memu = memory.open()) {
            memu.service(LEAVING)
                    .memorize(MemorizeRequest.bytes(
                            "note.txt", "I leave this town in May.".getBytes(StandardCharsets.UTF_8)));
        }
        try (MemoryStore store = JpaMemoryStore.open(config, Clock.systemUTC())) {
            store.in(LEAVING).clear(); // leaves a pending deletion, as a crash before the sweep would
        }
    }

    private static JsonNode list(Connection connection, Path file) throws Exception {
        JsonNode listing = FrozenListing.of(connection);
        for (String table : FrozenListing.TABLES) {
            if (listing.get(table).isEmpty()) {
                throw new IllegalStateException(table + " is empty");
            }
        }
        Files.write(file, FrozenListing.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(listing));
        return listing;
    }

    private static String inserts(JsonNode listing) {
        StringBuilder sql = new StringBuilder();
        for (String table : FrozenListing.TABLES) {
            for (JsonNode row : listing.get(table)) {
                StringBuilder columns = new StringBuilder();
                StringBuilder values = new StringBuilder();
                row.properties().forEach(field -> {
                    columns.append(columns.isEmpty() ? "" : ", ").append(field.getKey());
                    values.append(values.isEmpty() ? "" : ", ").append(literal(field.getKey(), field.getValue()));
                });
                sql.append("INSERT INTO " + table + " (" + columns + ") VALUES (" + values + ");\n");
            }
        }
        return sql.toString();
    }

    private static String literal(String column, JsonNode value) {
        if (value.isNull()) {
            return "NULL";
        }
        if (value.isNumber()) {
            return value.asText();
        }
        String text = "'" + value.asText().replace("'", "''") + "'";
        return column.equals("vector") ? "decode(" + text + ", 'hex')" : text;
    }

    private static void gzip(byte[] content, Path file) throws Exception {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
    }
}
