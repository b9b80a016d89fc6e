package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.DatabaseConfig;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database that is larger than the heap is exported and imported by a program with 64 MB of it: {@code -Dmemu4j.transfer.items=1000000} for a
 * million items, which takes minutes and 8 GB of disk; {@code -Dmemu4j.transfer.kind=h2} for an H2 file.
 */
class LargeTransferIT {
    private static final int ITEMS = Integer.getInteger("memu4j.transfer.items", 20_000);
    private static final String KIND = System.getProperty("memu4j.transfer.kind", "sqlite");

    /** Two items are from one passage. */
    private static final int PASSAGES = ITEMS / 2;

    @TempDir
    Path folder;

    private final StringBuilder figures = new StringBuilder();
    private Path exported;

    @BeforeEach
    void export() throws Exception {
        DatabaseConfig original = database("original");
        LargeDatabase.fill(original, ITEMS, "");
        exported = folder.resolve("exported.jsonl");
        run("original", "export", exported);
    }

    @AfterEach
    void print() {
        System.err.println(ITEMS + " items on " + KIND + ": " + figures);
    }

    @Test
    void a_heap_of_64_megabytes_suffices_for_any_number_of_items_also_when_they_are_there() throws Exception {
        Path again = folder.resolve("again.jsonl");

        assertThat(run("copy", "import", exported))
                .containsExactly("passages " + PASSAGES + " 0 0", "items " + ITEMS + " 0 0");
        run("copy", "export", again);
        requireSameRecords(exported, again);

        assertThat(run("copy", "import", exported))
                .containsExactly("passages 0 " + PASSAGES + " 0", "items 0 " + ITEMS + " 0");
    }

    @Test
    void a_heap_of_64_megabytes_suffices_to_join_any_number_of_items_with_those_of_other_ids() throws Exception {
        LargeDatabase.fill(database("others"), ITEMS, "others");

        assertThat(run("others", "import", exported)).containsExactly("passages 0 0 " + PASSAGES, "items 0 0 " + ITEMS);
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

    private DatabaseConfig database(String name) {
        Path file = folder.resolve(name);
        return KIND.equals("h2") ? DatabaseConfig.h2(file) : DatabaseConfig.sqlite(file);
    }

    /** What it said of passages and items, if it imported. */
    private List<String> run(String database, String what, Path file) throws Exception {
        ProcessBuilder builder = ChildJvm.of(
                TransferProcess.class, "jdbc:" + KIND + ":" + folder.resolve(database), what, file.toString());
        List<String> command = builder.command();
        command.add(1, "-Xmx64m");
        Path errors = folder.resolve("errors.txt");
        Process process = ChildJvm.started(builder, errors);
        try (BufferedReader output = process.inputReader()) {
            List<String> said = output.lines().toList();
            assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
            figures.append(said.get(said.size() - 1)).append("; ");
            return said.subList(0, said.size() - 1);
        }
    }
}
