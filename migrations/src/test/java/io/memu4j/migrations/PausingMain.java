package io.memu4j.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Migrates PostgreSQL and waits at one place after the other: before or after the first statement in which a pattern is found. In a folder of
 * its own it keeps {@code statements}, all that it began; {@code paused-N} where it waits; and looks there for {@code go-N}.
 */
final class PausingMain {
    private final Path folder;
    private final String[] places;
    private int next;

    private PausingMain(Path folder, String[] places) {
        this.folder = folder;
        this.places = places;
    }

    /** URL, user, password, folder, and the places, each as {@code before} or {@code after}, and the pattern. */
    public static void main(String[] arguments) {
        String[] places = new String[arguments.length - 4];
        System.arraycopy(arguments, 4, places, 0, places.length);
        PausingMain pausing = new PausingMain(Path.of(arguments[3]), places);
        TestDatabase database = new TestDatabase(arguments[0], arguments[1], arguments[2]);
        MigrationReport report = MemoryMigrations.migrate(new LendingDataSource(database, true, pausing::on));
        System.out.println("applied " + report.applied().size());
    }

    private void on(String sql, boolean executed) {
        try {
            if (!executed) {
                Files.writeString(
                        folder.resolve("statements"),
                        sql.replace('\n', ' ') + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
            boolean here = 2 * next < places.length
                    && executed == places[2 * next].equals("after")
                    && Pattern.compile(places[2 * next + 1]).matcher(sql).find();
            if (here) {
                int place = next++;
                Files.createFile(folder.resolve("paused-" + place));
                long deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
                while (!Files.exists(folder.resolve("go-" + place))) {
                    if (System.nanoTime() > deadline) {
                        Runtime.getRuntime().halt(1); // the test failed
                    }
                    Thread.sleep(5);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
