package io.memu4j.internal.memory;

import io.memu4j.internal.write.Committer;
import io.memu4j.internal.write.ItemChanges;
import io.memu4j.internal.write.ItemPlanner;
import io.memu4j.internal.write.Operations;
import io.memu4j.internal.write.PendingWrite;
import io.memu4j.internal.write.ResourceChange;
import io.memu4j.memory.Resources;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.observe.MemoryOperation.Kind;
import io.memu4j.spi.store.ScopeStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resources of one scope. */
public record StoredResources(ScopeStore store, Operations operations, Committer committer) implements Resources {
    @Override
    public Optional<Resource> get(String id) {
        return store.resource(id);
    }

    @Override
    public Page<Resource> list(ResourceFilter filter, PageRequest page) {
        return store.resources(filter, page);
    }

    @Override
    public List<Passage> passages(String id) {
        return store.passagesOf(id);
    }

    @Override
    public Optional<byte[]> copy(String id) {
        return store.resource(id).flatMap(resource -> committer.blobs().read(store.scope(), resource.blobKey()));
    }

    @Override
    public boolean delete(String id, boolean propagate) {
        boolean deleted = operations.run(
                Kind.DELETE_RESOURCE,
                store.scope(),
                operation -> committer
                        .commit(store, operation, () -> store.resource(id)
                                .map(resource -> deletion(resource, propagate)))
                        .isPresent(),
                gone -> gone ? 1 : 0);
        committer.blobs().sweep(store);
        return deleted;
    }

    private PendingWrite deletion(Resource resource, boolean propagate) {
        List<String> passages =
                store.passagesOf(resource.id()).stream().map(Passage::id).toList();
        return PendingWrite.of(
                ItemChanges.deletion(ItemPlanner.unproven(store, passages, Set.of())),
                new ResourceChange.Delete(resource),
                propagate);
    }
}
