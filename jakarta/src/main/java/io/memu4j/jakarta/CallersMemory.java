package io.memu4j.jakarta;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.memory.Categories;
import io.memu4j.memory.Items;
import io.memu4j.memory.Resources;
import io.memu4j.model.Counts;
import io.memu4j.model.MemoryScope;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.retrieve.SeveralMemories;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The memory of whoever calls. Each call asks anew whose it is, so that one object serves all callers: it may be kept by a bean of any
 * scope.
 */
record CallersMemory(MemoryServiceFactory memory, CallerScopes scopes, String agent) implements MemoryService {
    private MemoryService callers() {
        return memory.service(scope());
    }

    @Override
    public MemoryScope scope() {
        return scopes.current(agent);
    }

    @Override
    public MemorizeResult memorize(MemorizeRequest request) {
        return callers().memorize(request);
    }

    /** The caller is the one of this thread: the executor's has none. */
    @Override
    public CompletableFuture<MemorizeResult> memorizeAsync(MemorizeRequest request, Executor executor) {
        return callers().memorizeAsync(request, executor);
    }

    @Override
    public RetrieveResult retrieve(String query) {
        return callers().retrieve(query);
    }

    @Override
    public RetrieveResult retrieve(RetrieveRequest request) {
        return callers().retrieve(request);
    }

    @Override
    public SeveralMemories across(String... agentIds) {
        return callers().across(agentIds);
    }

    @Override
    public Items items() {
        return callers().items();
    }

    @Override
    public Categories categories() {
        return callers().categories();
    }

    @Override
    public Resources resources() {
        return callers().resources();
    }

    @Override
    public Counts counts() {
        return callers().counts();
    }

    @Override
    public void clear() {
        callers().clear();
    }

    @Override
    public String toString() {
        return "MemoryService[of the caller]";
    }
}
