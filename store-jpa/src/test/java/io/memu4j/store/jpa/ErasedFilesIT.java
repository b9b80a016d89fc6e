package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.DatabaseConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an erased user said is not in the bytes of any file: looked for by this process, which never opens the databases, while or after
 * {@link ErasingProcess} has them open.
 */
class ErasedFilesIT {
    /** An erasure is halted at some of its steps; {@code -Dmemu4j.halts.every=1} for each. */
    private static final int EVERY = Integer.getInteger("memu4j.halts.every", 6);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:", "jdbc:h2:file:"})
    void without_a_purge_the_files_still_tell(String prefix) throws Exception {
        Process open = start(prefix, "fill", "erase", "stay");
        try (BufferedReader said = output(open)) {
            assertThat(said.readLine()).isEqualTo("done fill");
            assertThat(said.readLine()).isEqualTo("done erase");
            assertThat(filesWith(ErasingProcess.ERASED)).isNotEmpty().allMatch(file -> !file.startsWith("resources"));
        } finally {
            open.destroyForcibly().onExit().join();
        }
    }

    @Test
    void after_a_purge_no_file_of_sqlite_tells_even_while_it_is_open() throws Exception {
        run("jdbc:sqlite:", "fill");
        assertThat(filesWith(ErasingProcess.ERASED))
                .anyMatch(file -> file.startsWith("resources"))
                .contains("memu.db");
        Process open = start("jdbc:sqlite:", "erase", "purge", "stay");
        try (BufferedReader said = output(open)) {
            assertThat(said.readLine()).isEqualTo("done erase");
            assertThat(said.readLine()).startsWith("done purge true");
            assertThat(names()).contains("memu.db", "memu.db-wal", "memu.db-shm");
            assertThat(filesWith(ErasingProcess.ERASED)).isEmpty();
            assertThat(filesWith(ErasingProcess.KEPT)).contains("memu.db");
        } finally {
            open.destroyForcibly().onExit().join();
        }
        assertThat(filesWith(ErasingProcess.ERASED)).isEmpty();
    }

    @Test
    void after_a_purge_no_file_of_h2_tells_once_it_is_closed() throws Exception {
        run("jdbc:h2:file:", "fill", "filler");
        assertThat(filesWith(ErasingProcess.ERASED)).contains("memu.db.mv.db");
        run("jdbc:h2:file:", "erase");
        assertThat(filesWith(ErasingProcess.ERASED)).as("without a purge").contains("memu.db.mv.db");
        run("jdbc:h2:file:", "purge");

        assertThat(filesWith(ErasingProcess.ERASED)).isEmpty();
        assertThat(filesWith(ErasingProcess.KEPT)).contains("memu.db.mv.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:", "jdbc:h2:file:"})
    void an_erasure_that_is_halted_anywhere_is_finished_by_the_next(String prefix) throws Exception {
        for (int step = 1; ; step += EVERY) {
            run(prefix, "fill");
            Process halted = start(prefix, "halt " + step, "erase");
            boolean ended = halted.waitFor() == 0;
            run(prefix, "erase", "purge");
            assertThat(filesWith(ErasingProcess.ERASED))
                    .as("halted at step %s", step)
                    .isEmpty();
            assertThat(filesWith(ErasingProcess.KEPT)).isNotEmpty();
            if (ended) {
                assertThat(step).isGreaterThan(5);
                return;
            }
        }
    }

    /** The server's write-ahead log, archive and replicas are its own, and are named by the outcome. */
    @Test
    void after_a_purge_no_table_file_of_postgresql_tells() throws Exception {
        DatabaseConfig config = Postgres.freshDatabase();
        String url = Objects.requireNonNull(config.url());
        runOn(url + "?user=postgres&password=postgres", "fill");
        Path tables = tableFiles(url);
        assertThat(filesWith(tables, ErasingProcess.ERASED)).isNotEmpty();

        runOn(url + "?user=postgres&password=postgres", "erase");
        tableFiles(url);
        assertThat(filesWith(tables, ErasingProcess.ERASED))
                .as("without a purge")
                .isNotEmpty();

        assertThat(runOn(url + "?user=postgres&password=postgres", "purge"))
                .contains("done purge true")
                .contains("write-ahead log");
        tableFiles(url);
        assertThat(filesWith(tables, ErasingProcess.ERASED)).isEmpty();
        assertThat(filesWith(tables, ErasingProcess.KEPT)).isNotEmpty();
    }

    /** The folder of the database's tables, once they are all written to it. */
    private static Path tableFiles(String url) throws Exception {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
            try (ResultSet row = statement.executeQuery("select current_setting('data_directory') || '/base/' || oid"
                    + " from pg_database where datname = current_database()")) {
                row.next();
                return Path.of(row.getString(1));
            }
        }
    }

    private String url(String prefix) {
        return prefix + folder.resolve("memu.db");
    }

    private Process start(String prefix, String... steps) throws IOException {
        return start(url(prefix), List.of(steps));
    }

    private Process start(String url, List<String> steps) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(url, folder.resolve("resources").toString()));
        arguments.addAll(steps);
        return ChildJvm.started(
                ChildJvm.of(ErasingProcess.class, arguments.toArray(String[]::new)), folder.resolve("errors.txt"));
    }

    private void run(String prefix, String... steps) throws Exception {
        runOn(url(prefix), steps);
    }

    private String runOn(String url, String... steps) throws Exception {
        Process process = start(url, List.of(steps));
        String said;
        try (BufferedReader output = output(process)) {
            said = String.join("\n", output.lines().toList());
        }
        assertThat(process.waitFor()).as(() -> said + errors()).isZero();
        return said;
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("errors.txt"));
        } catch (IOException e) {
            return "no errors to be read";
        }
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private List<String> filesWith(String marker) throws IOException {
        return filesWith(folder, marker);
    }

    /** Files with the marker in them, in ASCII or with two bytes per character, by their path from {@code root}. */
    private static List<String> filesWith(Path root, String marker) throws IOException {
        String wide = new String(marker.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (bytes.contains(marker) || bytes.contains(wide)) {
                    found.add(root.relativize(file).toString());
                }
            }
        }
        return found;
    }
}
