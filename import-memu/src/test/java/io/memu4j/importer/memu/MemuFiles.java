package io.memu4j.importer.memu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Files as a MemU installation leaves them, written with plain SQL and by hand. */
final class MemuFiles {
    static final String ALICE_CHAT = "0b0e7d52-7a3f-4c35-9f5c-1d4a3f0c0001";
    static final String ALICE_WORK = "0b0e7d52-7a3f-4c35-9f5c-1d4a3f0c0002";
    static final String ALICE_NURSE = "0b0e7d52-7a3f-4c35-9f5c-1d4a3f0c0003";
    static final String ALICE_CHESS = "0b0e7d52-7a3f-4c35-9f5c-1d4a3f0c0004";
    static final String BOB_CHAT = "0b0e7d52-7a3f-4c35-9f5c-1d4a3f0c0005";
    static final String BOB_COOK = "0b0e7d52-7a3f-4c35-9f5c-1d4a3f0c0006";

    private static final List<String> SCHEMA = List.of(
            "create table resources (id text primary key, user_id text, agent_id text, url text, modality text,"
                    + " local_path text, caption text, created_at real, more text)",
            "create table memory_items (id text primary key, user_id text, agent_id text, resource_id text,"
                    + " memory_type text, summary text, created_at real)",
            "create table categories (id text primary key, user_id text, agent_id text, name text, description text,"
                    + " summary text, created_at real)",
            "create table category_items (item_id text, category_id text, user_id text, agent_id text,"
                    + " primary key (item_id, category_id))");

    private MemuFiles() {}

    /** Two users, one agent each. */
    static Path database(Path folder) throws SQLException {
        Path file = folder.resolve("original.db");
        run(file, SCHEMA.toArray(String[]::new));
        run(
                file,
                "insert into resources values ('" + ALICE_CHAT + "', 'alice', 'a', 'chats/monday.json', 'conversation',"
                        + " './data/resources/monday.json', 'A chat about work and hobbies.', 1763700000.123456, 'x')",
                "insert into resources values ('" + BOB_CHAT + "', 'bob', 'a', 'chats/bob.txt', 'document',"
                        + " 'C:\\data\\bob.txt', null, 1763700001, null)",
                "insert into categories values ('" + ALICE_WORK
                        + "', 'alice', 'a', 'work_life', 'Work', '# Work\n- nurse'," + " 1763700002)",
                "insert into memory_items values ('" + ALICE_NURSE + "', 'alice', 'a', '" + ALICE_CHAT
                        + "', 'profile', 'Alice works as a nurse', 1763700003.5)",
                "insert into memory_items values ('" + ALICE_CHESS + "', 'alice', 'a', '" + ALICE_CHAT
                        + "', 'behavior', 'Alice plays chess on Sundays', 1763700004)",
                "insert into memory_items values ('" + BOB_COOK + "', 'bob', 'a', '" + BOB_CHAT
                        + "', 'knowledge', 'Bob knows how to cook rice', 1763700005)",
                "insert into category_items values ('" + ALICE_NURSE + "', '" + ALICE_WORK + "', 'alice', 'a')");
        return file;
    }

    static void run(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The vectors of {@link #database}, but for one item's. */
    static Path vectors(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("vectors.json"),
                "{\"resources\": {" + entry(ALICE_CHAT, "alice", "[1, 0, 0]", "A chat about work and hobbies.") + ", "
                        + entry(BOB_CHAT, "bob", "[0, 0, 2]", "Bob talks of cooking.") + "},\n"
                        + "\"items\": {" + entry(ALICE_NURSE, "alice", "[0, 3.0, 4e0]", "Alice works as a nurse") + ", "
                        + entry(BOB_COOK, "bob", "[0, 1, 0]", "Bob knows how to cook rice") + "},\n"
                        + "\"categories\": {" + entry(ALICE_WORK, "alice", "[0, 1, 1]", "# Work") + "}}");
    }

    static String entry(String id, String user, String vector, String text) {
        return "\"" + id + "\": {\"user_id\": \"" + user + "\", \"agent_id\": \"a\", \"vector\": " + vector
                + ", \"text\": \"" + text + "\"}";
    }

    /** A large vectors file, and where each of its entries ends. */
    record Large(byte[] json, List<Integer> ends) {}

    static Large large(int entries, int dimension) {
        Random random = new Random(7);
        StringBuilder json = new StringBuilder("{");
        List<Integer> ends = new ArrayList<>();
        for (String collection : List.of("resources", "items", "categories")) {
            json.append(json.length() == 1 ? "" : "}, ")
                    .append("\"")
                    .append(collection)
                    .append("\": {");
            for (int n = 0; n < entries; n++) {
                StringBuilder vector = new StringBuilder("[");
                for (int i = 0; i < dimension; i++) {
                    vector.append(i == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%.9f", random.nextGaussian()));
                }
                json.append(n == 0 ? "" : ", ")
                        .append(entry("id" + n, "alice", vector + "]", "K\u00f6ln \\\" } ] " + n));
                ends.add(json.toString().getBytes(StandardCharsets.UTF_8).length);
            }
        }
        return new Large(json.append("}}").toString().getBytes(StandardCharsets.UTF_8), ends);
    }
}
