package io.memu4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills the program while it memorizes and looks at what is left. {@code -Dmemu.kill.rounds=50} kills it fifty times per database instead
 * of three times.
 */
class KilledMemorizeIT {
    private static final int ROUNDS = Integer.getInteger("memu.kill.rounds", 3);
    private static final int SOURCES = 3;
    private static final int MESSAGES = 8;

    private final Random random = new Random(42);
    private final Set<String> acknowledged = new HashSet<>();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "jdbc:h2:file:"})
    void what_was_acknowledged_is_there_and_nothing_is_half_memorized(String prefix) throws Exception {
        PackagedProgram memu = PackagedProgram.in(folder);
        String database = prefix + folder.resolve("memory");
        long longest = timed(() -> memorize(memu, database, "whole", Long.MAX_VALUE));
        assertThat(acknowledged).hasSize(SOURCES);

        for (int round = 0; round < ROUNDS; round++) {
            memorize(memu, database, "round" + round, 100 + random.nextLong(longest));
            verify(database);
        }
    }

    private void memorize(PackagedProgram memu, String database, String name, long millis) throws Exception {
        String[] args = new String[SOURCES + 3];
        args[0] = "memorize";
        args[SOURCES + 1] = "--db";
        args[SOURCES + 2] = database;
        for (int i = 0; i < SOURCES; i++) {
            args[i + 1] = conversation(name + "-" + i).getFileName().toString();
        }
        Path out = folder.resolve("out.txt");
        Process process = memu.started(out, folder.resolve("err.txt"), args);
        if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        } else {
            assertThat(process.exitValue())
                    .as(() -> read(folder.resolve("err.txt")))
                    .isZero();
        }
        read(out)
                .lines()
                .filter(line -> line.startsWith("Memorized "))
                .forEach(line -> acknowledged.add(line.split(" ")[1]));
    }

    private void verify(String database) {
        JsonNode resources = answer("list", "resources", "--limit", "1000", "--json", "--db", database);
        Set<String> present = new HashSet<>();
        for (JsonNode resource : resources.get("resources")) {
            present.add(Path.of(resource.get("url").textValue()).getFileName().toString());
            assertThat(resource.get("state").textValue()).isEqualTo("complete");
            assertThat(resource.get("caption").textValue()).isNotBlank();
        }
        assertThat(present).containsAll(acknowledged);

        JsonNode counts = answer("status", "--json", "--db", database).get("counts");
        assertThat(counts.get("resources").intValue()).isEqualTo(present.size());
        assertThat(counts.get("passages").intValue()).isEqualTo(present.size() * MESSAGES);
        assertThat(counts.get("items").intValue()).isGreaterThanOrEqualTo(present.size());
    }

    private static JsonNode answer(String... args) {
        CommandRun run = CommandRun.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.json();
    }

    private Path conversation(String name) throws IOException {
        List<String> lines = IntStream.range(0, MESSAGES)
                .mapToObj(i -> (i % 2 == 0 ? "Ana" : "Ben") + ": I visited the town number " + i + " of the tour "
                        + name + " in May 2024.")
                .toList();
        return Files.write(folder.resolve(name + ".txt"), lines);
    }

    private static String read(Path file) {
        try {
            return PackagedProgram.text(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static long timed(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private interface Step {
        void run() throws Exception;
    }
}
