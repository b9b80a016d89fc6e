package io.memu4j.internal.retrieve;

import io.memu4j.config.CallBudget;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.internal.llm.CallGuard;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.observe.Observations;
import io.memu4j.internal.redact.Redaction;
import io.memu4j.internal.search.text.EventOrder;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.ModelCallListener;
import io.memu4j.observe.MemoryOperation.Kind;
import io.memu4j.retrieve.PromptRows;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.Reranker;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.search.ScopeSearcher;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.search.SearchSession;
import io.memu4j.spi.store.MemoryStore;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions to a memory: prepares the question, searches the tiers, reads the rows found. Thread-safe. Writes nothing.
 *
 * <p>All tiers of one answer are searched in one {@link SearchSession}, so the hits are of one revision of the scope, whatever is written
 * during calls of a model. Rows are read after they were ranked. When the scope is unchanged at the end, they are of that revision too.
 * Otherwise they are read again at the end: rows deleted meanwhile are left out, and rows changed meanwhile are given as they are then.
 */
public final class Retriever {
    /** Most instructions and preferences of a result. */
    private static final int STANDING = 10;

    private final MemoryStore store;
    private final ScopeSearcher searcher;
    private final Models models;
    private final @Nullable Reranker reranker;
    private final ModelCallListener listener;
    private final Observations observations;
    private final RetrieveConfig config;
    private final Clock clock;
    private final Redaction redaction;

    /**
     * Makes a retriever. Its arguments must outlive it.
     *
     * @param models embeds the question; without an embedding model, questions are searched by words alone
     * @param reranker scores the first passages, or null
     * @param listener notified of every call of a model
     * @param clock the present time of a request that sets none
     * @param redaction of questions and the messages before them
     */
    public Retriever(
            MemoryStore store,
            ScopeSearcher searcher,
            Models models,
            @Nullable Reranker reranker,
            ModelCallListener listener,
            Observations observations,
            RetrieveConfig config,
            Clock clock,
            Redaction redaction) {
        this.store = store;
        this.searcher = searcher;
        this.models = models;
        this.reranker = reranker;
        this.listener = listener;
        this.observations = observations;
        this.config = config;
        this.clock = clock;
        this.redaction = redaction;
    }

    /**
     * Returns what the scope holds that is relevant to the request; an empty result for a scope that was never written. Calls the embedding
     * model once per question, the reranker once, and a chat model as {@link io.memu4j.retrieve.ModelUse} says: not at all for a question without context
     * that is ranked by search.
     *
     * <p>A model that does not answer fails the retrieve, except for the reranker, because an empty or worse result would look like an answer. An unreadable answer
     * of a model is ignored: the order of the search stands.
     *
     * @throws io.memu4j.error.ConfigurationException when the request or the configuration asks for a chat model, and there is none
     * @throws io.memu4j.error.ModelException when a model does not answer
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException when the scope's vectors are of another embedding model
     * @throws io.memu4j.error.StoreException when the database fails
     */
    public RetrieveResult retrieve(MemoryScope scope, RetrieveRequest request) {
        return observations.during(
                Kind.RETRIEVE,
                scope,
                observed -> {
                    ModelCalls calls = new ModelCalls(models, listener, CallBudget.UNLIMITED, CallGuard.NONE, observed);
                    try {
                        return retrieve(scope, redacted(request), calls);
                    } finally {
                        calls.totals(); // reports the calls of a failed retrieve too
                    }
                },
                Retriever::records);
    }

    private static int records(RetrieveResult result) {
        return result.categories().size()
                + result.items().size()
                + result.resources().size()
                + result.passages().size();
    }

    private RetrieveRequest redacted(RetrieveRequest request) {
        if (!redaction.isOn()) {
            return request;
        }
        List<ConversationMessage> context = request.context().stream()
                .map(message -> message.toBuilder()
                        .content(redaction.of(message.content()))
                        .build())
                .toList();
        return request.withQuery(redaction.of(request.query())).withContext(context);
    }

    private RetrieveResult retrieve(MemoryScope scope, RetrieveRequest request, ModelCalls calls) {
        ModelSteps steps = new ModelSteps(request, config.method(), now(request), calls);
        Decision decision = steps.decide();
        int topK = request.topK() == null ? config.topK() : request.topK();
        RetrievedRows found = new RetrievedRows(store.in(scope), topK);
        if (!decision.needsRetrieval()) {
            return result(request, decision, null, found, calls);
        }
        Ranker ranker = steps.ranker(() -> new RetrievedRows(store.in(scope)));
        if (ranker == Ranker.SEARCH) {
            found.ordered(decision.query(), request.asOf());
            if (reranker != null) {
                ranker = new RerankedSearch(calls.counted(reranker), calls, request.minRelevance());
            }
        }
        try (SearchSession session = searcher.open(scope)) {
            Function<String, SearchTask> preparing = question -> task(session, request, topK, question, calls);
            String next = searchTiers(decision.query(), preparing, ranker, found, steps);
            return result(request, decision, next, found.confirmed(session.watermark()), calls);
        }
    }

    private static RetrieveResult result(
            RetrieveRequest request, Decision decision, @Nullable String next, RetrievedRows found, ModelCalls calls) {
        RetrieveResult.Builder result = RetrieveResult.builder(request.query())
                .needsRetrieval(decision.needsRetrieval())
                .rewrittenQuery(decision.query())
                .nextStepQuery(next)
                .promptTokens(request.promptTokens())
                .relevance(found.relevance())
                .reranking(found.reranking())
                .calls(calls.totals());
        if (found.relevance() < request.minRelevance()) {
            return result.build();
        }
        return result.categories(found.categories())
                .items(found.items())
                .resources(found.resources())
                .passages(found.passages())
                .standing(found.standing())
                .promptRows(new PromptRows(found.moreItems(), found.morePassages(), found.surrounding()))
                .build();
    }

    /** Returns the question that the sufficiency check added, or null. */
    private static @Nullable String searchTiers(
            String query,
            Function<String, SearchTask> preparing,
            Ranker ranker,
            RetrievedRows found,
            ModelSteps steps) {
        SearchTask task = preparing.apply(query);
        Set<String> asked = new HashSet<>(Set.of(Texts.normalized(query)));
        String next = null;
        for (Tier tier : Tier.values()) {
            List<SearchHit> hits = ranker.rank(tier, task, found);
            if (tier == Tier.PASSAGES) {
                found.besides(around(hits, task), task.question().standing(task.filter(), STANDING));
                found.judged(task.question().relevance(task.filter()));
            }
            found.take(tier, hits);
            Sufficiency judged = steps.judge(tier, query, found);
            if (judged.enough()) {
                return null;
            }
            String wanted = judged.next().orElse(null);
            if (wanted != null && asked.add(Texts.normalized(wanted))) {
                next = wanted;
                task = preparing.apply(query + "\n" + wanted);
            }
        }
        return next;
    }

    private static List<String> around(List<SearchHit> passages, SearchTask task) {
        List<String> best =
                passages.stream().limit(PromptRows.BEST).map(SearchHit::id).toList();
        return task.question().around(best, task.filter(), PromptRows.NEIGHBOURS);
    }

    private ZonedDateTime now(RetrieveRequest request) {
        return request.now() == null ? clock.instant().atZone(request.zone()) : request.now();
    }

    /** Analyses a question on the revision of the session; one call for its vector. */
    private SearchTask task(SearchSession session, RetrieveRequest request, int topK, String text, ModelCalls calls) {
        TextEmbedder embedding = calls.embedding().orElse(null);
        String theme = EventOrder.theme(text).orElse(text);
        float[] vector = embedding == null ? null : QuestionVector.of(theme, session.withoutSpeakers(theme), embedding);
        EmbeddingSpace space = embedding == null ? null : embedding.space();
        ZonedDateTime asOf = request.asOf() == null ? null : request.asOf().atZone(request.zone());
        SearchQuery query =
                new SearchQuery(text, vector, space, now(request), request.explain(), asOf, request.history());
        return new SearchTask(
                text, session.prepare(query), request.filter(), topK, KeptRows.within(request.promptTokens()));
    }
}
