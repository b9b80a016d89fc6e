package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Counts;
import io.memu4j.spi.store.ScopeStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two processes write one scope at once: nothing is lost, and the revision counts every write. */
class TwoProcessesIT {
    private static final int WRITES = 100;

    @Test
    void on_one_sqlite_file() throws Exception {
        try (TestDatabase database = TestDatabase.sqlite()) {
            requireAllThere(database);
        }
    }

    @Test
    void on_postgresql() throws Exception {
        try (TestDatabase database = TestDatabase.postgresql()) {
            requireAllThere(database);
        }
    }

    private static void requireAllThere(TestDatabase database) throws Exception {
        Process one = WriterProcess.start(database.config(), WRITES);
        Process other = WriterProcess.start(database.config(), WRITES);
        List<String> acknowledged = new ArrayList<>();
        for (Process writer : List.of(one, other)) {
            WriterProcess.acknowledged(writer).lines().forEach(acknowledged::add);
            assertThat(writer.waitFor()).isZero();
        }
        ScopeStore scope = database.store().in(WriterProcess.SCOPE);
        long writes = 2L * WRITES;
        assertThat(acknowledged).hasSize((int) writes);
        assertThat(scope.items(acknowledged)).hasSize((int) writes);
        assertThat(scope.watermark().revision()).isEqualTo(writes);
        assertThat(scope.counts())
                .isEqualTo(Counts.builder()
                        .resources(writes)
                        .passages(2 * writes)
                        .items(writes)
                        .citations(2 * writes)
                        .embeddings(2 * writes)
                        .build());
    }
}
