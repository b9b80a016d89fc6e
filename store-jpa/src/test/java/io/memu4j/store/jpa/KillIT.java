package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a program at random moments within its migrations, memorizes, appends, deletions, erasures, re-embeddings, imports, backups and
 * restores, each in turn, and looks at what is left. {@code -Dmemu4j.kills=200} for a long run, {@code -Dmemu4j.seed=N} for other moments.
 */
class KillIT {
    private static final int KILLS = Integer.getInteger("memu4j.kills", 6);
    private static final long SEED = Long.getLong("memu4j.seed", 4711);
    private static final List<String> DATABASES =
            List.of("jdbc:sqlite:", "jdbc:h2:file:", "jdbc:sqlite:", "jdbc:h2:file:");
    private static final int LANES_OF_A_KIND = 2;
    private static final int ROUNDS_PER_DATABASE = 20;
    private static final Map<String, Integer> IMPORTED = Map.of("chat-a", 3, "chat-b", 5, "chat-c", 2);

    private final Random random = new Random(SEED);
    private final KillMoment moment = new KillMoment(random);
    private final Map<String, Map<String, Integer>> killedDuring = new TreeMap<>();
    private final Map<Integer, KillLane> kept = new HashMap<>();
    private int acknowledged;

    @TempDir
    Path root;

    /** The program is killed half as often as asked for: it uses two databases of each kind at once. */
    @Test
    void what_was_acknowledged_is_there_and_nothing_is_half_done() throws Exception {
        int rounds = (KILLS + LANES_OF_A_KIND - 1) / LANES_OF_A_KIND;
        for (int round = 0; round < rounds; round++) {
            List<KillLane> lanes = new ArrayList<>();
            for (int number = 0; number < DATABASES.size(); number++) {
                lanes.add(lane(number, round));
            }
            run(lanes, lanes.get(round % lanes.size()));
            for (KillLane lane : lanes) {
                look(lane, round);
            }
        }
        System.err.println(rounds + " kills of a program with " + DATABASES.size() + " databases, seed " + SEED + ", "
                + acknowledged + " operations acknowledged, killed during " + killedDuring);
    }

    /** With the database of the round before, mostly; a migration needs a new one. */
    private KillLane lane(int number, int round) throws IOException {
        String prefix = DATABASES.get(number);
        int turn = round * LANES_OF_A_KIND + number / LANES_OF_A_KIND + (prefix.contains("h2") ? 5 : 0);
        String kind = KillTarget.KINDS.get(turn % KillTarget.KINDS.size());
        KillLane before = kept.get(number);
        boolean fresh = before == null || kind.equals("migrate") || round % ROUNDS_PER_DATABASE == 0;
        Path folder = fresh ? root.resolve("database-" + number + "-" + round) : before.folder();
        KillLane lane = new KillLane(number, prefix, folder, kind, fresh ? begin(folder) : before.state());
        if (!kind.equals("migrate")) {
            kept.put(number, lane);
        }
        return lane;
    }

    private void look(KillLane lane, int round) throws IOException {
        KnownState state = lane.state();
        String during = state.pending == null ? "(between)" : state.pending.what();
        killedDuring.computeIfAbsent(lane.prefix(), prefix -> new TreeMap<>()).merge(during, 1, Integer::sum);
        acknowledged += state.acknowledged;
        state.acknowledged = 0;
        String where = "round " + round + " (" + lane.prefix() + " " + lane.kind() + "), seed " + SEED;
        new KillCheck(lane.database(), lane.folder(), state, where).run();
    }

    /** Runs the program until it is killed. */
    private void run(List<KillLane> lanes, KillLane aim) throws Exception {
        List<String> arguments = new ArrayList<>();
        for (KillLane lane : lanes) {
            arguments.addAll(
                    List.of(lane.url(), lane.folder().toString(), Long.toString(random.nextLong()), lane.kind()));
        }
        Path errors = root.resolve("errors.txt");
        Process process = ChildJvm.started(ChildJvm.of(KillTarget.class, arguments.toArray(String[]::new)), errors);
        moment.aimAt(aim);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            boolean reached = false;
            while (!reached) {
                String line = lines.readLine();
                assertThat(line).as(() -> read(errors)).isNotNull();
                KillLane lane = lane(lanes, line);
                lane.state().heard(line.substring(2));
                reached = moment.reached(lane, line.substring(2), lane.equals(aim));
            }
            // By its handle, which leaves the stream open: what it said before it died was acknowledged, too.
            process.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lane(lanes, line).state().heard(line.substring(2));
            }
        } finally {
            process.destroyForcibly().onExit().join();
        }
        assertThat(read(errors)).doesNotContain("Exception in thread");
    }

    private static KillLane lane(List<KillLane> lanes, String line) {
        return lanes.get(line.charAt(0) - '0');
    }

    private KnownState begin(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path export = root.resolve("export.jsonl");
        if (!Files.exists(export)) {
            export(export);
        }
        Files.copy(export, KillTarget.export(folder));
        return new KnownState(IMPORTED);
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
