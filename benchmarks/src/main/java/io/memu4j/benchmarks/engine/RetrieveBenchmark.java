package io.memu4j.benchmarks.engine;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.benchmarks.Cpu;
import io.memu4j.benchmarks.corpus.Corpus;
import io.memu4j.benchmarks.corpus.PreparedQuestions;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.store.jpa.JpaMemoryStoreProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The CPU time of one retrieve through all tiers on SQLite, warm, without the embedding of the question: in a scope of 10,000 items and as
 * many passages. {@code --quick} takes 500 and few rounds.
 */
public final class RetrieveBenchmark {
    private static final MemoryScope SCOPE = new MemoryScope("ana", "agent");

    private RetrieveBenchmark() {}

    /** Works in a new temporary folder, which it leaves behind. */
    public static void main(String[] args) throws IOException {
        boolean quick = List.of(args).contains("--quick");
        int units = quick ? 500 : 10_000;
        Path folder = Files.createTempDirectory("memu4j-retrieve");
        Corpus corpus = new Corpus(7);
        try (MemoryStore store = new JpaMemoryStoreProvider().open(DatabaseConfig.sqlite(folder.resolve("memu.db")))) {
            corpus.fill(store.in(SCOPE), units);
            PreparedQuestions questions = new PreparedQuestions(corpus, 50);
            try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                    .store(store)
                    .blobs(BlobConfig.memory())
                    .llm(Models.of(questions))
                    .build()) {
                MemoryService memory = memu.service(SCOPE);
                measure(memory, questions, quick ? 20 : 1_000);
                double millis = measure(memory, questions, quick ? 20 : 400);
                System.out.printf(
                        Locale.ROOT, "retrieve, %,d items and passages: %.2f ms CPU a call (median)%n", units, millis);
            }
        }
    }

    private static double measure(MemoryService memory, PreparedQuestions questions, int rounds) {
        return Cpu.medianMillis(rounds, round -> memory.retrieve(questions.get(round)));
    }
}
