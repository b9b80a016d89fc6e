package io.memu4j.benchmarks.apply;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.internal.value.IdSource;
import io.memu4j.model.Category;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ApplyOutcome.Applied;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.store.jpa.JpaMemoryStoreProvider;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The CPU time of applying 16 items with their passages and vectors on SQLite: with 100 and with 10,000 items in the scope, and with 50
 * other users of 2,000 items each beside it. Median of 20 after a warm-up. Prints milliseconds of the calling thread.
 */
public final class ApplyBenchmark {
    private static final EmbeddingSpace SPACE = new EmbeddingSpace("benchmark", 384);
    private static final int ITEMS = 16;
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 20;

    private final IdSource ids = IdSource.uuidV7();
    private final Random random = new Random(7);
    private int made;

    private ApplyBenchmark() {}

    /** Needs no arguments; works in a new temporary folder, which it leaves behind. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("memu4j-apply");
        try (MemoryStore store = new JpaMemoryStoreProvider()
                .open(DatabaseConfig.sqlite(folder.resolve("memu.db")), Clock.systemUTC())) {
            new ApplyBenchmark().run(store);
        }
    }

    private void run(MemoryStore store) {
        fill(store, "warm-up", 1, 0);
        measure(store, "warm-up", WARM_UP);
        fill(store, "small", 100, 0);
        fill(store, "large", 10_000, 0);
        double small = measure(store, "small", ROUNDS);
        report("100 items in the scope", small, small);
        report("10,000 items in the scope", measure(store, "large", ROUNDS), small);
        for (int user = 0; user < 50; user++) {
            fill(store, "other-" + user, 2_000, user);
        }
        report("100 items, 50 other users of 2,000", measure(store, "small", ROUNDS), small);
        report("10,000 items, 50 other users of 2,000", measure(store, "large", ROUNDS), small);
    }

    private static void report(String what, double millis, double base) {
        System.out.printf("%-40s %7.2f ms CPU, x %.2f%n", what, millis, millis / base);
    }

    private void fill(MemoryStore store, String user, int items, int seed) {
        random.setSeed(seed);
        ScopeStore scope = store.in(new MemoryScope(user, "agent"));
        for (int done = 0; done < items; done += 500) {
            apply(scope, changes(Math.min(500, items - done)));
        }
    }

    /** The median CPU time of the calling thread, in milliseconds. */
    private double measure(MemoryStore store, String user, int rounds) {
        ScopeStore scope = store.in(new MemoryScope(user, "agent"));
        double[] millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            ChangeSet changes = changes(ITEMS);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            apply(scope, changes);
            millis[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e6;
        }
        Arrays.sort(millis);
        return millis[rounds / 2];
    }

    private static void apply(ScopeStore scope, ChangeSet changes) {
        if (!(scope.apply(changes) instanceof Applied)) {
            throw new IllegalStateException("The change set was refused.");
        }
    }

    private ChangeSet changes(int items) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        String key = "chat-" + made++;
        Resource chat = Resource.builder(ids.next(), key, Modality.CONVERSATION, "0".repeat(64), now)
                .caption("A chat.")
                .byteSize(1_000)
                .fingerprint("benchmark")
                .build();
        Category topic = Category.builder(ids.next(), "Topic " + key, now)
                .summary("A summary.")
                .build();
        var changes = ChangeSet.builder().put(chat).put(topic);
        for (int n = 0; n < items; n++) {
            String text = "Ana said sentence " + made++ + " about the place where she lives now, which is Porto.";
            Passage passage = Passage.builder(ids.next(), chat.id(), n, text, now)
                    .speaker("Ana")
                    .role("user")
                    .build();
            MemoryItem item = MemoryItem.builder(ids.next(), MemoryType.PROFILE, text, now)
                    .passageIds(List.of(passage.id()))
                    .categoryIds(List.of(topic.id()))
                    .build();
            changes.put(passage).put(item);
            changes.put(new Embedding(OwnerKind.PASSAGE, passage.id(), SPACE, vector()));
            changes.put(new Embedding(OwnerKind.ITEM, item.id(), SPACE, vector()));
        }
        return changes.build();
    }

    private float[] vector() {
        float[] vector = new float[SPACE.dimension()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = random.nextFloat() - 0.5f;
        }
        return vector;
    }
}
