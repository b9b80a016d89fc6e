package io.memu4j.benchmarks.engine;

import io.memu4j.benchmarks.corpus.Corpus;
import io.memu4j.benchmarks.corpus.PreparedQuestions;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.internal.search.ScopeIndexSearcher;
import io.memu4j.model.SearchFilter;
import io.memu4j.spi.search.ScopeSearcher;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.search.SearchSession;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.OwnerKind;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * The heap that the index of a scope of 10,000 items and as many passages keeps: used heap after full collections with the index, less
 * that after it was dropped, the store being on SQLite and its connections open both times. Beside it what the index says of itself.
 * {@code --quick} takes 500.
 */
public final class HeapBenchmark {
    private HeapBenchmark() {}

    /** Prints one line. */
    public static void main(String[] args) throws IOException {
        int units = List.of(args).contains("--quick") ? 500 : 10_000;
        Corpus corpus = new Corpus(7);
        try (MemoryStore store = Database.create("heap").open();
                ScopeIndexSearcher searcher = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT)) {
            corpus.fill(store.in(Database.ANA), units);
            PreparedQuestions questions = new PreparedQuestions(corpus, 1);
            SearchQuery query = new SearchQuery(
                    questions.get(0),
                    questions.embedQuery(questions.get(0)),
                    Corpus.SPACE,
                    ZonedDateTime.parse("2026-01-01T00:00:00Z"));
            search(searcher, query);
            searcher.forget(Database.ANA);
            search(searcher, query);
            long with = usedAfterCollection();
            long told = searcher.statistics().bytes();
            searcher.forget(Database.ANA);
            long without = usedAfterCollection();
            System.out.printf(
                    Locale.ROOT,
                    "index of %,d items and passages x 384: %.1f MB retained, %.1f MB by its own account%n",
                    units,
                    (with - without) / 1e6,
                    told / 1e6);
        }
    }

    private static void search(ScopeSearcher searcher, SearchQuery query) {
        try (SearchSession session = searcher.open(Database.ANA)) {
            session.prepare(query).top(OwnerKind.PASSAGE, SearchFilter.ALL, 5);
        }
    }

    private static long usedAfterCollection() {
        long used = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            used = Math.min(
                    used,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return used;
    }
}
