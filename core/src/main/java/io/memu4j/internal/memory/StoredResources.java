package io.memu4j.internal.memory;

import io.memu4j.internal.write.Committer;
import io.memu4j.internal.write.ItemPlanner;
import io.memu4j.internal.write.Operation;
import io.memu4j.internal.write.PendingWrite;
import io.memu4j.internal.write.WriteServices;
import io.memu4j.memory.Resources;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resources of one scope. */
public record StoredResources(ScopeStore store, WriteServices parts) implements Resources {
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
        return store.resource(id).flatMap(resource -> parts.blobs().read(store.scope(), resource.blobKey()));
    }

    @Override
    public boolean delete(String id, boolean propagate) {
        boolean deleted;
        try (Operation operation = Operation.start(parts)) {
            deleted = new Committer(store, parts, operation)
                    .commit(() -> store.resource(id).map(resource -> planned(resource, propagate, operation)))
                    .isPresent();
        }
        parts.blobs().sweep(store);
        return deleted;
    }

    private PendingWrite planned(Resource resource, boolean propagate, Operation operation) {
        PendingWrite draft = new PendingWrite(propagate);
        List<String> passages =
                store.passagesOf(resource.id()).stream().map(Passage::id).toList();
        new ItemPlanner(store, parts, operation).retract(draft, passages, Set.of());
        draft.also(changes -> changes.deleteResource(new Versioned(resource.id(), resource.version())));
        String blob = resource.blobKey();
        if (blob != null) {
            draft.also(changes -> changes.dropBlob(blob));
        }
        return draft;
    }
}
