package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.model.PageRequest;
import io.memu4j.model.ResourceFilter;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What may not be written is refused when it is opened, by a program for whom permissions hold: one of the superuser's is started without
 * the capability to pass over them.
 */
class ReadOnlyIT {
    private static final String AS_OTHERS = "--bounding-set=-dac_override,-dac_read_search";

    private static List<String> bound = List.of();

    @TempDir
    Path root;

    private Path folder;
    private Path copies;

    @BeforeAll
    static void requirePermissionsThatHold(@TempDir Path probe) throws Exception {
        assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                "The file system knows no permissions of POSIX");
        Path file = Files.createFile(probe.resolve("read only"));
        permit(file, "r--r--r--");
        if (!Files.isWritable(file)) {
            return;
        }
        bound = List.of("setpriv", AS_OTHERS, "--inh-caps=-dac_override,-dac_read_search");
        Stream<String> writing = Stream.of("sh", "-c", "echo >> '" + file + "'");
        boolean holds;
        try {
            List<String> command = Stream.concat(bound.stream(), writing).toList();
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            holds = exit != 0 && Files.size(file) == 0 && hasSetpriv();
        } catch (IOException e) {
            holds = false;
        }
        assumeTrue(holds, "This is the superuser, and no program of his can be started for whom permissions hold");
    }

    @BeforeEach
    void create() throws IOException {
        folder = Files.createDirectory(root.resolve("data"));
        copies = root.resolve("copies");
    }

    @AfterEach
    void permitToDelete() throws IOException {
        for (Path path : List.of(folder, copies)) {
            if (Files.exists(path)) {
                permit(path, "rwx------");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"jdbc:sqlite:, memu.db", "jdbc:h2:file:, memu.db.mv.db"})
    void a_file_that_may_not_be_written_is_refused_when_it_is_opened(String prefix, String name) throws Exception {
        remember(prefix);
        Path file = folder.resolve(name);
        permit(file, "r--------");
        assertThat(refusal(prefix)).contains(file + " may not be written").contains("Give the user who runs this");
        permit(file, "rw-------");
        requireRemembered(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:", "jdbc:h2:file:"})
    void a_database_in_a_folder_that_may_not_be_written_is_refused_when_it_is_opened(String prefix) throws Exception {
        remember(prefix);
        permit(folder, "r-xr-xr-x");
        assertThat(refusal(prefix)).contains(folder + " may not be written").contains("Give the user who runs this");
        permit(folder, "rwxr-xr-x");
        requireRemembered(prefix);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:", "jdbc:h2:file:"})
    void no_database_is_created_in_a_folder_that_may_not_be_written(String prefix) throws Exception {
        permit(folder, "r-xr-xr-x");
        assertThat(refusal(prefix, "memu.db")).contains(folder + " may not be written");
        assertThat(refusal(prefix, "new/memu.db")).contains(folder + " may not be written");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:", "jdbc:h2:file:"})
    void a_source_is_not_memorized_whose_copy_may_not_be_written(String prefix) throws Exception {
        Files.createDirectory(copies);
        permit(copies, "r-xr-xr-x");
        try (OrderedProcess memory = OrderedProcess.start(bound, prefix + folder.resolve("memu.db"), "" + copies)) {
            String before = memory.order("counts");
            assertThat(memory.order("file one 200"))
                    .startsWith("failed")
                    .contains(copies.toString())
                    .contains("Check that the folder can be written");
            assertThat(memory.order("counts")).isEqualTo(before);
            permit(copies, "rwxr-xr-x");
            assertThat(memory.order("file one 200")).startsWith("ok");
        }
        requireRemembered(prefix);
    }

    private static boolean hasSetpriv() throws IOException, InterruptedException {
        return new ProcessBuilder("setpriv", AS_OTHERS, "true").start().waitFor() == 0;
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private void remember(String prefix) throws IOException {
        try (OrderedProcess memory = OrderedProcess.start(bound, prefix + folder.resolve("memu.db"), "" + copies)) {
            assertThat(memory.order("file one 200")).startsWith("ok");
        }
    }

    private String refusal(String prefix) throws IOException {
        return refusal(prefix, "memu.db");
    }

    /** What a program says that cannot open the database, and then ends. */
    private String refusal(String prefix, String name) throws IOException {
        try (OrderedProcess memory = OrderedProcess.start(bound, prefix + folder.resolve(name), "" + copies)) {
            assertThat(memory.greeting).startsWith("failed ");
            return memory.greeting;
        }
    }

    private void requireRemembered(String prefix) throws IOException {
        DatabaseConfig database = DatabaseConfig.jdbc(prefix + folder.resolve("memu.db"));
        try (MemoryServiceFactory memu = OrderedMemory.open(database, copies)) {
            assertThat(memu.admin().doctor(false).findings()).isEmpty();
            assertThat(memu.service(OrderedMemory.SCOPE)
                            .resources()
                            .list(ResourceFilter.ALL, PageRequest.first(10))
                            .rows())
                    .extracting(resource -> resource.sourceKey())
                    .containsExactly("file one");
        }
    }
}
