package io.memu4j.internal.reembed;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.reembed.ReembedReport;
import io.memu4j.reembed.ReembedRequest;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.AllScopes;
import io.memu4j.spi.store.MemoryStore;

/**
 * Changes memories over to another embedding model, one after the other. All that is done is in the store: a run that was interrupted, by
 * whatever, is taken up by the next one with the same model.
 */
public final class Reembedding {

    private final MemoryStore store;
    private final TextEmbedder model;
    private final ReembedRequest request;
    private final Pace pace;

    /** @param model the one to change over to */
    public Reembedding(MemoryStore store, TextEmbedder model, ReembedRequest request) {
        this(store, model, request, Pace.of(request.textsPerSecond()));
    }

    Reembedding(MemoryStore store, TextEmbedder model, ReembedRequest request, Pace pace) {
        this.store = store;
        this.model = model;
        this.request = request;
        this.pace = pace;
    }

    /**
     * Runs until every memory that is meant is changed over. Memories that are on the model already get the vectors they lack. Vectors of
     * other models go, also those of another change that was begun.
     *
     * @throws java.util.concurrent.CancellationException when the thread is interrupted; it stays so
     * @throws io.memu4j.error.ModelException when the model fails; what was embedded before is kept
     */
    public ReembedReport run() {
        return run(true);
    }

    /** The same, but that vectors of other models stay, as a change to another one may be under way. */
    public ReembedReport complete() {
        return run(false);
    }

    private ReembedReport run(boolean discard) {
        return AllScopes.of(store::scopes)
                .map(ScopeSummary::scope)
                .filter(request::includes)
                .map(scope -> new ScopeReembedding(store.in(scope), model, request, pace).run(discard))
                .reduce(ReembedReport.none(model.space()), ReembedReport::plus);
    }
}
