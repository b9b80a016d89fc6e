package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.memu4j.MemoryBackup;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.model.PageRequest;
import io.memu4j.model.ResourceFilter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The system lets a program write no file beyond some size, as a full disk or a quota would: it gets a clear error, everything
 * acknowledged stays, and it works again when there is room. Linux only, by {@code prlimit}.
 */
class FileSizeLimitIT {
    private static final String UNLIMITED = "unlimited";

    @TempDir
    Path folder;

    @BeforeAll
    static void requirePrlimit() throws Exception {
        boolean there;
        try {
            there = new ProcessBuilder("prlimit", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            there = false;
        }
        assumeTrue(there, "The command prlimit, which limits a running process, is missing here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:", "jdbc:h2:file:"})
    void a_write_beyond_it_fails_with_a_clear_error_and_leaves_what_was_acknowledged(String prefix) throws Exception {
        String url = prefix + folder.resolve("memu.db");
        List<String> acknowledged = new ArrayList<>();
        try (OrderedProcess memory = start(url)) {
            acknowledge(memory, "first", acknowledged);
            limit(memory, largest() + 300_000);
            String answer = "";
            for (int n = 0; n < 200 && !answer.startsWith("failed"); n++) {
                answer = memory.order("append " + n);
                if (answer.startsWith("ok")) {
                    acknowledged.add("chat " + n);
                }
            }
            assertThat(answer).startsWith("failed").contains("Check the disk, its free space");
            limit(memory, UNLIMITED);
            if (prefix.contains("h2")) {
                // H2 closes a file that it could not write.
                assertThat(memory.order("append again")).startsWith("failed").contains("Open it anew");
                assertThat(memory.order("reopen")).startsWith("ok");
            }
            assertThat(memory.order("append again")).startsWith("ok");
            acknowledged.add("chat again");
            assertThat(memory.order("doctor")).isEqualTo("ok ");
        }
        requireThere(url, acknowledged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:", "jdbc:h2:file:"})
    void a_copy_of_a_source_that_finds_no_room_is_not_memorized(String prefix) throws Exception {
        String url = prefix + folder.resolve("memu.db");
        List<String> acknowledged = new ArrayList<>();
        try (OrderedProcess memory = start(url)) {
            acknowledge(memory, "first", acknowledged);
            String before = memory.order("counts");
            limit(memory, largest() + 2_000_000);
            assertThat(memory.order("file big 12000000")).startsWith("failed").contains("room");
            assertThat(memory.order("counts")).isEqualTo(before);
            assertThat(memory.order("doctor")).isEqualTo("ok ");
            limit(memory, UNLIMITED);
            assertThat(memory.order("file big 12000000")).startsWith("ok");
            acknowledged.add("file big");
        }
        requireThere(url, acknowledged);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:", "jdbc:h2:file:"})
    void a_backup_that_finds_no_room_leaves_nothing_and_can_be_repeated(String prefix) throws Exception {
        String url = prefix + folder.resolve("memu.db");
        List<String> acknowledged = new ArrayList<>();
        try (OrderedProcess memory = start(url)) {
            acknowledge(memory, "first", acknowledged);
            assertThat(memory.order("file big 12000000")).startsWith("ok");
            acknowledged.add("file big");
            for (String bytes : List.of("20000", "5000000")) { // the copy of the database, then that of the source
                limit(memory, bytes);
                String answer = memory.order("backup " + folder.resolve("backups/one"));
                limit(memory, UNLIMITED);
                assertThat(answer).startsWith("failed").containsPattern("free space");
                assertThat(folder.resolve("backups")).isEmptyDirectory();
            }
            assertThat(memory.order("backup " + folder.resolve("backups/one"))).startsWith("ok");
            MemoryBackup.verify(folder.resolve("backups/one"));
            assertThat(memory.order("append after")).startsWith("ok");
            acknowledged.add("chat after");
        }
        requireThere(url, acknowledged);
    }

    private OrderedProcess start(String url) throws IOException {
        OrderedProcess memory =
                OrderedProcess.start(List.of(), url, folder.resolve("resources").toString());
        assertThat(memory.greeting).isEqualTo("ok open");
        return memory;
    }

    private static void acknowledge(OrderedProcess memory, String number, List<String> acknowledged)
            throws IOException {
        assertThat(memory.order("append " + number)).startsWith("ok");
        acknowledged.add("chat " + number);
    }

    private static void limit(OrderedProcess memory, long bytes) throws Exception {
        limit(memory, Long.toString(bytes));
    }

    private static void limit(OrderedProcess memory, String bytes) throws Exception {
        Process limiting = new ProcessBuilder(
                        "prlimit", "--pid", Long.toString(memory.pid()), "--fsize=" + bytes + ":" + UNLIMITED)
                .inheritIO()
                .start();
        assertThat(limiting.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(limiting.exitValue()).isZero();
    }

    /** Bytes of the largest file there is. */
    private long largest() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).max().orElse(0);
        }
    }

    private void requireThere(String url, List<String> acknowledged) {
        try (MemoryServiceFactory memu = OrderedMemory.open(DatabaseConfig.jdbc(url), folder.resolve("resources"))) {
            assertThat(memu.admin().doctor(false).findings()).isEmpty();
            assertThat(memu.service(OrderedMemory.SCOPE)
                            .resources()
                            .list(ResourceFilter.ALL, PageRequest.first(1_000))
                            .rows())
                    .extracting(resource -> resource.sourceKey())
                    .containsAll(acknowledged);
        }
    }
}
