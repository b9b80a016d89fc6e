package io.memu4j.store.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A program that takes the write lock of SQLite files, its arguments, says {@code locked}, and commits when it is told a line. */
final class LockingProcess {
    private LockingProcess() {}

    public static void main(String[] files) throws Exception {
        List<Connection> connections = new ArrayList<>();
        for (String file : files) {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
            connections.add(connection);
            execute(connection, "PRAGMA journal_mode = WAL");
            execute(connection, "BEGIN IMMEDIATE");
            execute(connection, "create table somebody_elses (n integer)");
        }
        say("locked");
        new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
        for (Connection connection : connections) {
            execute(connection, "COMMIT");
            connection.close();
        }
        say("free");
    }

    private static void execute(Connection connection, String sql) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
