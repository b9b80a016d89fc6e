package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.DatabaseConfig;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that is larger than the heap is exported and imported by a program with 64 MB of it: {@code -Dmemu4j.transfer.items=1000000} for a
 * million items, which takes minutes and 4 GB of disk.
 */
class LargeTransferIT {
    private static final int ITEMS = Integer.getInteger("memu4j.transfer.items", 20_000);

    @TempDir
    Path folder;

    @Test
    void a_heap_of_64_megabytes_suffices_for_any_number_of_items() throws Exception {
        DatabaseConfig original = DatabaseConfig.sqlite(folder.resolve("original.db"));
        LargeDatabase.fill(original, ITEMS);
        Path first = folder.resolve("first.jsonl");
        Path second = folder.resolve("second.jsonl");

        String exported = run("original.db", "export", first);
        String imported = run("copy.db", "import", first);
        run("copy.db", "export", second);

        requireSameRecords(first, second);
        System.err.println(ITEMS + " items, " + (Files.size(first) >> 20) + " MB: " + exported + ", " + imported);
    }

    /** Everything but the header's time, and the end whose checksum covers it. */
    private static void requireSameRecords(Path first, Path second) throws Exception {
        try (BufferedReader one = Files.newBufferedReader(first);
                BufferedReader other = Files.newBufferedReader(second)) {
            one.readLine();
            other.readLine();
            long lines = 2;
            String line = one.readLine();
            while (line != null && !line.startsWith("{\"kind\":\"end\"")) {
                assertThat(other.readLine()).as("line %s", lines++).isEqualTo(line);
                line = one.readLine();
            }
            assertThat(other.readLine()).startsWith("{\"kind\":\"end\"");
            assertThat(lines).isGreaterThan(ITEMS);
        }
    }

    private String run(String database, String what, Path file) throws Exception {
        ProcessBuilder builder =
                ChildJvm.of(TransferProcess.class, "jdbc:sqlite:" + folder.resolve(database), what, file.toString());
        List<String> command = builder.command();
        command.add(1, "-Xmx64m");
        Path errors = folder.resolve("errors.txt");
        Process process = ChildJvm.started(builder, errors);
        try (BufferedReader output = process.inputReader()) {
            String said = String.join(" ", output.lines().toList());
            assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
            return said;
        }
    }
}
