package io.memu4j;

import io.memu4j.internal.blob.BlobLifecycle;
import io.memu4j.internal.memorize.Memorizer;
import io.memu4j.internal.observe.Observations;
import io.memu4j.internal.retrieve.Retriever;
import io.memu4j.internal.retrieve.RetrieverAcross;
import io.memu4j.internal.value.Arguments;
import io.memu4j.internal.write.GatedFuture;
import io.memu4j.internal.write.WriteGate;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.memory.Categories;
import io.memu4j.memory.Items;
import io.memu4j.memory.Resources;
import io.memu4j.model.Counts;
import io.memu4j.model.MemoryScope;
import io.memu4j.observe.MemoryOperation.Kind;
import io.memu4j.observe.Observed;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.retrieve.SeveralMemories;
import io.memu4j.spi.store.ScopeStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** The features of one factory, bound to one scope. */
record ScopedMemoryService(
        ScopeStore store,
        Memorizer memorizer,
        Retriever retriever,
        Items items,
        Categories categories,
        Resources resources,
        BlobLifecycle blobs,
        Observations observations)
        implements MemoryService {
    @Override
    public MemoryScope scope() {
        return store.scope();
    }

    @Override
    public MemorizeResult memorize(MemorizeRequest request) {
        return memorizer.memorize(store, Arguments.required(request, "request"), new WriteGate());
    }

    @Override
    public CompletableFuture<MemorizeResult> memorizeAsync(MemorizeRequest request, Executor executor) {
        Arguments.required(request, "request");
        WriteGate gate = new WriteGate();
        var future = new GatedFuture<MemorizeResult>(gate);
        executor.execute(() -> future.completeWith(() -> memorizer.memorize(store, request, gate)));
        return future;
    }

    @Override
    public RetrieveResult retrieve(String query) {
        return retrieve(RetrieveRequest.of(query));
    }

    @Override
    public RetrieveResult retrieve(RetrieveRequest request) {
        return retriever.retrieve(store.scope(), Arguments.required(request, "request"));
    }

    @Override
    public SeveralMemories across(String... agentIds) {
        String user = store.scope().userId();
        return new RetrieverAcross(
                retriever,
                Stream.of(agentIds).map(agent -> new MemoryScope(user, agent)).toList());
    }

    @Override
    public Counts counts() {
        return store.counts();
    }

    @Override
    public void clear() {
        observations.during(
                Kind.CLEAR,
                store.scope(),
                observed -> {
                    long before = observed == Observed.NONE ? 0 : store.counts().items();
                    store.clear();
                    blobs.sweep(store);
                    return before;
                },
                Long::longValue);
    }

    @Override
    public String toString() {
        return "MemoryService[" + store.scope() + "]";
    }
}
