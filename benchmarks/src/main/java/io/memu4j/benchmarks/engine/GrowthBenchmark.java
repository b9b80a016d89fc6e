package io.memu4j.benchmarks.engine;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.benchmarks.corpus.Corpus;
import io.memu4j.benchmarks.corpus.PreparedQuestions;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.MemoryStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * How the CPU time of a retrieve on SQLite grows: with 1,000, 10,000 and 100,000 items in the scope, and with 1, 50 and 500 other users of
 * 1,000 items each beside a scope of 1,000 items and passages. {@code [--quick] [items] [users]}, both unless one is named.
 */
public final class GrowthBenchmark {
    private final boolean quick;

    private GrowthBenchmark(boolean quick) {
        this.quick = quick;
    }

    /** Prints a line per size. */
    public static void main(String[] args) throws IOException, SQLException {
        List<String> words = List.of(args);
        GrowthBenchmark growth = new GrowthBenchmark(words.contains("--quick"));
        if (!words.contains("users")) {
            growth.items();
        }
        if (!words.contains("items")) {
            growth.users();
        }
    }

    private void items() throws IOException {
        double first = 0;
        for (int items : quick ? new int[] {100, 300} : new int[] {1_000, 10_000, 100_000}) {
            Database database = Database.create("growth");
            Corpus corpus = new Corpus(7);
            MemoryStore store = database.open();
            corpus.fillItems(store.in(Database.ANA), items);
            double millis = measured(store, corpus);
            first = first == 0 ? millis : first;
            System.out.printf(
                    Locale.ROOT,
                    "retrieve, %,d items in the scope: %.2f ms CPU, %.1f x%n",
                    items,
                    millis,
                    millis / first);
        }
    }

    private void users() throws IOException, SQLException {
        Database database = Database.create("growth");
        Corpus corpus = new Corpus(7);
        MemoryStore store = database.open();
        corpus.fill(store.in(Database.ANA), quick ? 100 : 1_000);
        corpus.fillItems(store.in(new MemoryScope("template", "agent")), quick ? 100 : 1_000);
        warmUp(store, corpus);
        double alone = measured(database.open(), corpus);
        int others = 1;
        for (int users : quick ? new int[] {2, 4} : new int[] {50, 500}) {
            database.copyUser("template", others, users);
            others = users;
            double millis = measured(database.open(), corpus);
            System.out.printf(
                    Locale.ROOT,
                    "retrieve beside %,d other users: %.2f ms CPU, %.2f x that beside 1 (%.2f ms)%n",
                    users,
                    millis,
                    millis / alone,
                    alone);
        }
    }

    /** Measures for nothing: what runs first pays for the compilation of the code. */
    private void warmUp(MemoryStore store, Corpus corpus) {
        measured(store, corpus);
    }

    private double measured(MemoryStore store, Corpus corpus) {
        PreparedQuestions questions = new PreparedQuestions(corpus, 50);
        try (MemoryServiceFactory memu = Database.factory(store, questions)) {
            return RetrieveBenchmark.medianMillis(memu, questions, quick ? 10 : 400);
        }
    }
}
