package io.memu4j;

import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.Page;
import io.memu4j.spi.store.PageRequest;
import io.memu4j.spi.store.ResourceFilter;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resources of one scope. */
record StoredResources(ScopeStore store, Wiring.Parts parts) implements Resources {
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

    private Draft planned(Resource resource, boolean propagate, Operation operation) {
        Draft draft = new Draft(propagate);
        List<String> passages =
                store.passagesOf(resource.id()).stream().map(Passage::id).toList();
        new Statements(store, parts, operation).retract(draft, passages, Set.of());
        draft.also(changes -> changes.deleteResource(new Versioned(resource.id(), resource.version())));
        String blob = resource.blobKey();
        if (blob != null) {
            draft.also(changes -> changes.dropBlob(blob));
        }
        return draft;
    }
}
