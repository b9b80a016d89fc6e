package io.memu4j.store.jpa;

import io.memu4j.model.Category;
import io.memu4j.model.Counts;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ApplyOutcome;
import io.memu4j.spi.store.ChangeReader;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.PendingDeletion;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.spi.store.ScopeVectors;
import io.memu4j.store.jpa.entity.CategoryRow;
import io.memu4j.store.jpa.read.ChangesSince;
import io.memu4j.store.jpa.read.Chunks;
import io.memu4j.store.jpa.read.ItemReads;
import io.memu4j.store.jpa.read.ScopeReads;
import io.memu4j.store.jpa.read.SourceReads;
import io.memu4j.store.jpa.session.BoundSession;
import io.memu4j.store.jpa.session.ScopedSessions;
import io.memu4j.store.jpa.write.ChangeSetWriter;
import io.memu4j.store.jpa.write.Clearing;
import io.memu4j.store.jpa.write.StaleChangeSetException;
import io.memu4j.store.jpa.write.Stamps;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One scope of a {@link JpaMemoryStore}. */
final class JpaScopeStore implements ScopeStore {
    private final MemoryScope scope;
    private final ScopedSessions sessions;
    private final Stamps stamps;

    JpaScopeStore(MemoryScope scope, ScopedSessions sessions, Stamps stamps) {
        this.scope = scope;
        this.sessions = sessions;
        this.stamps = stamps;
    }

    @Override
    public MemoryScope scope() {
        return scope;
    }

    @Override
    public Watermark watermark() {
        return sessions.read(scope, ScopeReads::watermark);
    }

    @Override
    public Optional<Resource> resource(String id) {
        return resources(List.of(id)).stream().findFirst();
    }

    @Override
    public Optional<Resource> resourceByKey(String sourceKey) {
        return sessions.read(scope, session -> SourceReads.byKey(session, sourceKey));
    }

    @Override
    public List<Resource> resources(Collection<String> wanted) {
        return oneState(wanted, session -> SourceReads.resources(session, wanted));
    }

    @Override
    public Page<Resource> resources(ResourceFilter filter, PageRequest page) {
        return sessions.snapshot(scope, session -> SourceReads.page(session, filter, page));
    }

    @Override
    public List<Passage> passagesOf(String resourceId) {
        return sessions.read(scope, session -> SourceReads.passagesOf(session, resourceId));
    }

    @Override
    public Optional<Passage> lastPassageOf(String resourceId) {
        return sessions.read(scope, session -> SourceReads.lastPassageOf(session, resourceId));
    }

    @Override
    public List<Passage> passages(Collection<String> wanted) {
        return oneState(wanted, session -> SourceReads.passages(session, wanted));
    }

    @Override
    public Optional<MemoryItem> item(String id) {
        return items(List.of(id)).stream().findFirst();
    }

    @Override
    public List<MemoryItem> items(Collection<String> wanted) {
        return sessions.snapshot(scope, session -> ItemReads.items(session, wanted));
    }

    @Override
    public Page<MemoryItem> items(ItemFilter filter, PageRequest page) {
        return sessions.snapshot(scope, session -> ItemReads.page(session, filter, page));
    }

    @Override
    public List<MemoryItem> itemsWith(Collection<ItemKey> keys) {
        return sessions.snapshot(scope, session -> ItemReads.itemsWith(session, keys));
    }

    @Override
    public List<MemoryItem> itemsCiting(Collection<String> passageIds) {
        return sessions.snapshot(scope, session -> ItemReads.itemsCiting(session, passageIds));
    }

    @Override
    public List<MemoryItem> itemsAbout(Collection<String> facts) {
        return sessions.snapshot(scope, session -> ItemReads.itemsAbout(session, facts));
    }

    @Override
    public List<ItemEvent> history(Collection<String> itemIds) {
        return oneState(itemIds, session -> ItemReads.history(session, itemIds));
    }

    @Override
    public List<Category> categories() {
        return sessions.read(
                scope, session -> session.select("from CategoryRow c where own(c)", CategoryRow.class).list().stream()
                        .map(CategoryRow::toCategory)
                        .sorted(Comparator.comparing(Category::nameKey))
                        .toList());
    }

    @Override
    public Optional<Category> category(String id) {
        return sessions.read(scope, session -> Chunks.collect(List.of(id), chunk -> session.select(
                                "from CategoryRow c where own(c) and c.key.id in (:ids)", CategoryRow.class)
                        .setAll("ids", chunk)
                        .list())
                .stream()
                .map(CategoryRow::toCategory)
                .findFirst());
    }

    @Override
    public Counts counts() {
        return sessions.snapshot(scope, ScopeReads::counts);
    }

    @Override
    public List<Embedding> embeddings(OwnerKind ownerKind, Collection<String> ownerIds) {
        return sessions.snapshot(scope, session -> ScopeReads.embeddings(session, ownerKind, ownerIds));
    }

    @Override
    public Watermark changesSince(Watermark since, ChangeReader reader) {
        return sessions.snapshot(scope, session -> new ChangesSince(session, reader).show(since));
    }

    @Override
    public ApplyOutcome apply(ChangeSet changes) {
        if (changes.isEmpty()) {
            return new ApplyOutcome.Applied(watermark(), Map.of());
        }
        try {
            return sessions.write(scope, session -> new ChangeSetWriter(session, scope, stamps).apply(changes));
        } catch (StaleChangeSetException refused) {
            return new ApplyOutcome.Stale(refused.what());
        }
    }

    @Override
    public List<PendingDeletion> pendingDeletions(int limit) {
        return sessions.read(scope, session -> ScopeReads.pendingDeletions(session, limit));
    }

    @Override
    public void deletionsDone(Collection<PendingDeletion> done) {
        if (!done.isEmpty()) {
            sessions.write(scope, session -> Clearing.forget(session, done));
        }
    }

    @Override
    public Watermark clear() {
        try {
            return counts().isEmpty()
                    ? watermark()
                    : sessions.write(scope, session -> Clearing.clear(session, scope, stamps));
        } catch (StaleChangeSetException emptied) {
            return watermark();
        }
    }

    @Override
    public ScopeVectors vectors() {
        return new JpaScopeVectors(scope, sessions, stamps);
    }

    @Override
    public boolean drop() {
        try {
            return sessions.write(scope, Clearing::drop);
        } catch (StaleChangeSetException inUse) {
            return false;
        }
    }

    /** Runs a query in one statement, or in one transaction if the ids take several statements. */
    private <T> T oneState(Collection<String> wanted, Function<BoundSession, T> query) {
        return Chunks.areOne(wanted) ? sessions.read(scope, query) : sessions.snapshot(scope, query);
    }
}
