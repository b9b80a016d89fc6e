package io.memu4j.benchmarks.engine;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.benchmarks.corpus.Corpus;
import io.memu4j.benchmarks.corpus.PreparedQuestions;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.internal.search.ScopeIndexSearcher;
import io.memu4j.model.SearchFilter;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.search.SearchSession;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.OwnerKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The first search in a scope of 10,000 items on SQLite, the store being open, without the embedding of the question: in a JVM that has
 * searched nothing yet but a small other scope, and, as one that runs for long has it, after nine loads. {@code --quick} takes 500 items.
 */
public final class FirstSearch {
    private FirstSearch() {}

    /** Fills a database, and starts itself in a new JVM on it. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 2 && args[0].equals("--measure")) {
            measure(new Database(Path.of(args[1])));
            return;
        }
        boolean quick = List.of(args).contains("--quick");
        Database database = Database.create("first-search");
        try (MemoryStore store = database.open()) {
            Corpus corpus = new Corpus(7);
            corpus.fillItems(store.in(Database.ANA), quick ? 500 : 10_000);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-D") || option.startsWith("-X") || option.startsWith("--"))
                .toList();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                FirstSearch.class.getName(),
                "--measure",
                database.file().toString()));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("The measuring JVM ended with " + code + ".");
        }
    }

    private static void measure(Database database) {
        Corpus corpus = new Corpus(8);
        PreparedQuestions questions = new PreparedQuestions(corpus, 50);
        MemoryStore store = database.open();
        try (MemoryServiceFactory memu = Database.factory(store, questions)) {
            memu.service("nobody", "agent").retrieve(questions.get(0));
            double cold = millis(() -> memu.service(Database.ANA).retrieve(questions.get(1)));
            double[] warm = new double[9];
            for (int round = 0; round < warm.length; round++) {
                warm[round] = millis(() -> load(store, questions));
            }
            Arrays.sort(warm);
            System.out.printf(
                    Locale.ROOT,
                    "first search in the scope: %.0f ms in a new JVM; %.0f ms after other loads (median of %d)%n",
                    cold,
                    warm[warm.length / 2],
                    warm.length);
        }
    }

    private static void load(MemoryStore store, PreparedQuestions questions) {
        try (ScopeIndexSearcher searcher = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT)) {
            String question = questions.get(2);
            SearchQuery query = new SearchQuery(
                    question,
                    questions.embedQuery(question),
                    Corpus.SPACE,
                    ZonedDateTime.parse("2026-01-01T00:00:00Z"));
            try (SearchSession session = searcher.open(Database.ANA)) {
                session.prepare(query).top(OwnerKind.ITEM, SearchFilter.ALL, 5);
            }
        }
    }

    private static double millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
