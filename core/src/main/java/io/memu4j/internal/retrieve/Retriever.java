package io.memu4j.internal.retrieve;

import io.memu4j.config.CallBudget;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.ModelCallListener;
import io.memu4j.model.OwnerKind;
import io.memu4j.model.Texts;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.search.ScopeSearcher;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.store.MemoryStore;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
     * What the scope holds that is relevant to the request; nothing for a scope that was never written. One call for the question's vector;
     * calls of a chat model as {@link io.memu4j.retrieve.ModelUse} says: none for a question without context that is ranked by search.
     *
     * <p>A model that does not answer fails the retrieve: an empty or worse result would look like an answer. A model whose answer cannot
     * be read is passed over: what the search says stands.
     *
     * @throws io.memu4j.error.ConfigurationException when the request or the configuration asks for a chat model, and there is none
     * @throws io.memu4j.error.ModelException when a model does not answer
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException when the scope's vectors are of another embedding model
     * @throws io.memu4j.error.StoreException when the database fails
     */
    public RetrieveResult retrieve(MemoryScope scope, RetrieveRequest request) {
        ModelCalls calls = new ModelCalls(models, listener, CallBudget.UNLIMITED);
        try {
            return retrieve(scope, request, calls);
        } finally {
            calls.totals(); // also the calls of a retrieve that failed are told
        }
    }

    private RetrieveResult retrieve(MemoryScope scope, RetrieveRequest request, ModelCalls calls) {
        ModelSteps steps = new ModelSteps(request, config.method(), calls);
        Decision decision = steps.decide();
        RetrievedRows found = new RetrievedRows(store.in(scope));
        if (!decision.needsRetrieval()) {
            return result(request, decision, null, found, calls);
        }
        Ranker search = new SearchRanker(searcher, scope);
        Ranker ranker = steps.ranker(search, () -> new RetrievedRows(store.in(scope)));
        Function<String, PreparedQuery> ready = question -> inquiry(scope, request, question, calls);
        String next = goThroughTiers(decision.query(), ready, ranker, found, steps);
        return result(request, decision, next, found, calls);
    }

    private static RetrieveResult result(
            RetrieveRequest request, Decision decision, @Nullable String next, RetrievedRows found, ModelCalls calls) {
        return new RetrieveResult(
                decision.needsRetrieval(),
                request.query(),
                decision.query(),
                next,
                found.categories(),
                found.items(),
                found.resources(),
                found.passages(),
                calls.totals());
    }

    /** Returns the question that was asked in addition, if there was one. */
    private @Nullable String goThroughTiers(
            String query, Function<String, PreparedQuery> ready, Ranker ranker, RetrievedRows found, ModelSteps steps) {
        PreparedQuery inquiry = ready.apply(query);
        Set<String> asked = new HashSet<>(Set.of(Texts.normalized(query)));
        String next = null;
        for (Tier tier : Tier.values()) {
            found.take(tier, ranker.rank(tier, inquiry, found));
            Sufficiency judged = steps.judge(tier, query, found);
            if (judged.enough()) {
                return null;
            }
            String wanted = judged.next().orElse(null);
            if (wanted != null && asked.add(Texts.normalized(wanted))) {
                next = wanted;
                inquiry = ready.apply(next);
            }
        }
        return next;
    }

    private PreparedQuery inquiry(MemoryScope scope, RetrieveRequest request, String text, ModelCalls calls) {
        TextEmbedder embedding = calls.embedding().orElse(null);
        float[] vector =
                embedding == null ? null : QuestionVector.of(text, searcher.withoutSpeakers(scope, text), embedding);
        EmbeddingSpace space = embedding == null ? null : embedding.space();
        ZonedDateTime now = request.now() == null ? clock.instant().atZone(request.zone()) : request.now();
        int topK = request.topK() == null ? config.topK() : request.topK();
        return new PreparedQuery(
                new SearchQuery(OwnerKind.PASSAGE, text, vector, space, now, request.explain()),
                request.filter(),
                topK);
    }
}
