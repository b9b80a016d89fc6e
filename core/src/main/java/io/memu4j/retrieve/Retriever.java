package io.memu4j.retrieve;

import io.memu4j.config.CallBudget;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.llm.ModelCalls;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.OwnerKind;
import io.memu4j.spi.llm.EmbeddingModel;
import io.memu4j.spi.llm.ModelCallListener;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.search.ScopeSearcher;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.store.MemoryStore;
import java.time.Clock;
import java.time.ZonedDateTime;

/**
 * Answers questions to a memory: makes the question searchable, goes through the tiers, fetches what was found. Thread-safe; only reads.
 */
public final class Retriever {
    private final MemoryStore store;
    private final ScopeSearcher searcher;
    private final Models models;
    private final ModelCallListener listener;
    private final RetrieveConfig config;
    private final Clock clock;

    /**
     * Makes a retriever; all of what is given outlives it.
     *
     * @param models embed the question; without an embedding model, search goes by words alone
     * @param listener told about every call of a model
     * @param clock what a request without a time of its own calls now
     */
    public Retriever(
            MemoryStore store,
            ScopeSearcher searcher,
            Models models,
            ModelCallListener listener,
            RetrieveConfig config,
            Clock clock) {
        this.store = store;
        this.searcher = searcher;
        this.models = models;
        this.listener = listener;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What the scope holds that is relevant to the request; nothing for a scope that was never written. At most one model call, for the
     * question's vector.
     *
     * @throws io.memu4j.error.ModelException when the question cannot be embedded
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException when the scope's vectors are of another embedding model
     * @throws io.memu4j.error.StoreException when the database fails
     */
    public RetrieveResult retrieve(MemoryScope scope, RetrieveRequest request) {
        ModelCalls calls = new ModelCalls(models, listener, CallBudget.UNLIMITED);
        Inquiry inquiry = inquiry(request, calls);
        Found found = goThroughTiers(inquiry, new SearchRanker(searcher, scope), new Found(store.in(scope)));
        return new RetrieveResult(
                true,
                request.query(),
                inquiry.query().text(),
                null,
                found.categories(),
                found.items(),
                found.resources(),
                found.passages(),
                calls.totals());
    }

    private static Found goThroughTiers(Inquiry inquiry, Ranker ranker, Found found) {
        for (Tier tier : Tier.values()) {
            found.take(tier, ranker.rank(tier, inquiry, found));
        }
        return found;
    }

    private Inquiry inquiry(RetrieveRequest request, ModelCalls calls) {
        EmbeddingModel embedding = calls.embedding().orElse(null);
        String text = request.query();
        float[] vector = embedding == null ? null : embedding.embedQuery(text);
        EmbeddingSpace space = embedding == null ? null : embedding.space();
        ZonedDateTime now = request.now() == null ? clock.instant().atZone(request.zone()) : request.now();
        int topK = request.topK() == null ? config.topK() : request.topK();
        return new Inquiry(
                new SearchQuery(OwnerKind.PASSAGE, text, vector, space, now, request.explain()),
                request.filter(),
                topK);
    }
}
