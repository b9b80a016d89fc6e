package io.memu4j.benchmarks.engine;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import io.memu4j.benchmarks.Cpu;
import io.memu4j.benchmarks.corpus.Corpus;
import io.memu4j.benchmarks.corpus.PreparedQuestions;
import io.memu4j.benchmarks.corpus.Vectors;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.internal.search.ScopeIndexSearcher;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.SearchFilter;
import io.memu4j.spi.search.ScopeSearcher;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.search.SearchSession;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.store.memory.InMemoryStoreProvider;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * A search of the ten nearest of 10,000 and 100,000 items of 384 dimensions, beside LangChain4j's {@link InMemoryEmbeddingStore} and the
 * content retriever over it: CPU time of the calling thread, median, the vectors of the questions made beforehand. {@code --quick} takes
 * 500.
 */
public final class SideBySide {
    private static final MemoryScope SCOPE = new MemoryScope("ana", "agent");

    private final int items;
    private final int rounds;
    private final Corpus corpus = new Corpus(7);
    private final PreparedQuestions questions = new PreparedQuestions(corpus, 50);

    private double retriever;

    private SideBySide(int items, int rounds) {
        this.items = items;
        this.rounds = rounds;
    }

    /** Prints a line per competitor. */
    public static void main(String[] args) {
        boolean quick = List.of(args).contains("--quick");
        for (int items : quick ? new int[] {500} : new int[] {10_000, 100_000}) {
            new SideBySide(items, quick ? 5 : items > 10_000 ? 60 : 300).run();
        }
    }

    private void run() {
        double theirs = langChain4j();
        try (MemoryStore store = new InMemoryStoreProvider().open(DatabaseConfig.memory(), Clock.systemUTC());
                ScopeIndexSearcher searcher =
                        new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT.withCacheBytes(Long.MAX_VALUE / 2))) {
            corpus.fillItems(store.in(SCOPE), items);
            double vectors = median(round -> search(searcher, query("", round)));
            double both = median(round -> search(searcher, query(questions.get(round), round)));
            System.out.printf(
                    Locale.ROOT,
                    "%,d x 384: InMemoryEmbeddingStore %.2f ms, its content retriever %.2f ms%n"
                            + "  memu4j by vectors alone %.2f ms: %.1f x faster; by vectors and words %.2f ms: %.1f x faster%n",
                    items,
                    theirs,
                    retriever,
                    vectors,
                    theirs / vectors,
                    both,
                    theirs / both);
        }
    }

    private double langChain4j() {
        InMemoryEmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
        Vectors vectors = new Vectors(384, 7);
        for (int i = 0; i < items; i++) {
            store.add(Embedding.from(vectors.next()), TextSegment.from("Item " + i));
        }
        double search = median(round -> store.search(EmbeddingSearchRequest.builder()
                .queryEmbedding(Embedding.from(questions.embedQuery(questions.get(round))))
                .maxResults(10)
                .build()));
        EmbeddingStoreContentRetriever content = EmbeddingStoreContentRetriever.builder()
                .embeddingStore(store)
                .embeddingModel(new Prepared(questions))
                .maxResults(10)
                .build();
        retriever = median(round -> content.retrieve(Query.from(questions.get(round))));
        return search;
    }

    private static void search(ScopeSearcher searcher, SearchQuery query) {
        try (SearchSession session = searcher.open(SCOPE)) {
            session.prepare(query).top(OwnerKind.ITEM, SearchFilter.ALL, 10);
        }
    }

    private SearchQuery query(String text, int round) {
        float[] vector = questions.embedQuery(questions.get(round));
        return new SearchQuery(text, vector, Corpus.SPACE, ZonedDateTime.parse("2026-01-01T00:00:00Z"));
    }

    private double median(IntConsumer search) {
        Cpu.medianMillis(rounds, search);
        return Cpu.medianMillis(rounds, search);
    }

    /** The prepared questions as a model of LangChain4j. */
    private record Prepared(PreparedQuestions questions) implements EmbeddingModel {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            return Response.from(segments.stream()
                    .map(segment -> Embedding.from(questions.embedQuery(segment.text())))
                    .toList());
        }
    }
}
