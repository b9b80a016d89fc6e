package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Counts;
import io.memu4j.spi.store.ScopeStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A writer is killed in the middle of its writes: what it was told is stored is there, and nothing by halves. Three times per database;
 * {@code -Dmemu4j.crashes=50} for a long run.
 */
class CrashIT {
    private static final int CRASHES = Integer.getInteger("memu4j.crashes", 3);

    @Test
    void sqlite_keeps_what_was_acknowledged() throws Exception {
        try (TestDatabase database = TestDatabase.sqlite()) {
            crashAndLook(database);
        }
    }

    @Test
    void an_h2_file_keeps_what_was_acknowledged() throws Exception {
        try (TestDatabase database = TestDatabase.h2File()) {
            crashAndLook(database);
        }
    }

    private static void crashAndLook(TestDatabase database) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        Random random = new Random(11);
        for (int crash = 1; crash <= CRASHES; crash++) {
            database.store().close();
            acknowledged.addAll(writeUntilKilled(database, 5 + random.nextInt(60)));
            database.openAgain();
            ScopeStore scope = database.store().in(WriterProcess.SCOPE);
            assertThat(scope.items(acknowledged)).as("after crash " + crash).hasSize(acknowledged.size());
            Counts counts = scope.counts();
            long writes = scope.watermark().revision();
            assertThat(writes).isBetween((long) acknowledged.size(), (long) acknowledged.size() + 64L * crash);
            assertThat(counts)
                    .isEqualTo(Counts.builder()
                            .resources(writes)
                            .passages(2 * writes)
                            .items(writes)
                            .citations(2 * writes)
                            .embeddings(2 * writes)
                            .build());
        }
    }

    private static List<String> writeUntilKilled(TestDatabase database, int acknowledgements) throws IOException {
        Process writer = WriterProcess.start(database.config(), Integer.MAX_VALUE);
        List<String> ids = new ArrayList<>();
        try (BufferedReader output = WriterProcess.acknowledged(writer)) {
            while (ids.size() < acknowledgements) {
                ids.add(requireLine(output));
            }
            // By its handle, which leaves the stream open: what it printed before it died was acknowledged, too.
            writer.toHandle().destroyForcibly();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.length() == 36) {
                    ids.add(line);
                }
            }
        } finally {
            writer.destroyForcibly().onExit().join();
        }
        return ids;
    }

    private static String requireLine(BufferedReader output) throws IOException {
        String line = output.readLine();
        assertThat(line).as("the writer goes on").isNotNull();
        return line;
    }
}
