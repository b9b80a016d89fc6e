package io.memu4j.benchmarks.engine;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.benchmarks.Cpu;
import io.memu4j.benchmarks.corpus.Corpus;
import io.memu4j.benchmarks.corpus.PreparedQuestions;
import io.memu4j.spi.store.MemoryStore;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The CPU time of one retrieve through all tiers on SQLite, warm, without the embedding of the question: in a scope of 10,000 items and as
 * many passages. {@code --quick} takes 500 and few rounds.
 */
public final class RetrieveBenchmark {
    private RetrieveBenchmark() {}

    /** Prints the median. */
    public static void main(String[] args) throws IOException {
        boolean quick = List.of(args).contains("--quick");
        int units = quick ? 500 : 10_000;
        Corpus corpus = new Corpus(7);
        MemoryStore store = Database.create("retrieve").open();
        corpus.fill(store.in(Database.ANA), units);
        PreparedQuestions questions = new PreparedQuestions(corpus, 50);
        try (MemoryServiceFactory memu = Database.factory(store, questions)) {
            double millis = medianMillis(memu, questions, quick ? 20 : 600);
            System.out.printf(
                    Locale.ROOT,
                    "retrieve, %,d items and passages: %.2f ms CPU a call (median); kernel %s%n",
                    units,
                    millis,
                    Internals.kernel());
        }
    }

    /** The median CPU time of a retrieve after as many rounds to warm up. */
    static double medianMillis(MemoryServiceFactory memu, PreparedQuestions questions, int rounds) {
        MemoryService memory = memu.service(Database.ANA);
        Cpu.medianMillis(rounds, round -> memory.retrieve(questions.get(round)));
        return Cpu.medianMillis(rounds, round -> memory.retrieve(questions.get(round)));
    }
}
