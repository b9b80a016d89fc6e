package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemorizeRequest;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.spi.llm.Models;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.transfer.ExportOptions;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Kills a program at random moments while it migrates, memorizes, appends, deletes, erases, re-embeds, imports, backs up and restores, and
 * looks at what is left. {@code -Dmemu4j.kills=200} for a long run, {@code -Dmemu4j.seed=N} for other moments.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("memu4j.kills", 3);
    private static final long SEED = Long.getLong("memu4j.seed", 4711);
    private static final int ROUNDS_PER_DATABASE = 20;
    private static final Map<String, Integer> IMPORTED = Map.of("chat-a", 3, "chat-b", 5, "chat-c", 2);

    private final Random random = new Random(SEED);

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:", "jdbc:h2:file:"})
    void what_was_acknowledged_is_there_and_nothing_is_half_done(String prefix) throws Exception {
        int acknowledged = 0;
        Map<String, Integer> killedDuring = new TreeMap<>();
        KnownState state = new KnownState(IMPORTED);
        Path folder = root;
        for (int round = 0; round < KILLS; round++) {
            if (round % ROUNDS_PER_DATABASE == 0) {
                folder = Files.createDirectories(root.resolve("database-" + round));
                state = new KnownState(IMPORTED);
                export(KillTarget.export(folder));
            }
            DatabaseConfig database = DatabaseConfig.jdbc(prefix + folder.resolve("memu.db"));
            String where = "round " + round + ", seed " + SEED;
            run(prefix + folder.resolve("memu.db"), folder, state, round % ROUNDS_PER_DATABASE == 0);
            killedDuring.merge(state.pending == null ? "nothing" : state.pending.what(), 1, Integer::sum);
            acknowledged += state.acknowledged;
            state.acknowledged = 0;
            new KillCheck(database, folder, state, where).run();
        }
        System.err.println(prefix + " " + KILLS + " kills, " + acknowledged + " operations acknowledged, killed during "
                + killedDuring);
    }

    /** Runs the program until it is killed. */
    private void run(String url, Path folder, KnownState state, boolean fresh) throws Exception {
        Path errors = folder.resolve("errors.txt");
        Process process = ChildJvm.started(
                ChildJvm.of(KillTarget.class, url, folder.toString(), Long.toString(random.nextLong())), errors);
        // Every tenth database is killed while it comes into being, the others after some operations.
        int operations = fresh && random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(12);
        int millis = operations == 0 ? 300 + random.nextInt(2_000) : random.nextInt(60);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            if (operations == 0) {
                Thread.sleep(millis);
            }
            while (state.acknowledged < operations) {
                String line = lines.readLine();
                assertThat(line).as(() -> read(errors)).isNotNull();
                state.heard(line);
            }
            if (operations > 0) {
                Thread.sleep(millis);
            }
            // By its handle, which leaves the stream open: what it said before it died was acknowledged, too.
            process.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                state.heard(line);
            }
        } finally {
            process.destroyForcibly().onExit().join();
        }
        assertThat(read(errors)).doesNotContain("Exception in thread");
    }

    private static void export(Path file) {
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.h2InMemory())
                .blobs(BlobConfig.memory())
                .llm(Models.of(new HashedWordsModel(KillTarget.DIMENSIONS[0])))
                .build()) {
            IMPORTED.forEach((key, count) -> memu.service("source", KillTarget.AGENT)
                    .memorize(MemorizeRequest.messages(key, KillTarget.messages(key, count))));
            memu.transfer().exportTo(file, ExportOptions.all());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return new File(file.toString()).getName() + " cannot be read";
        }
    }
}
