package io.memu4j.store.jpa.write;

import io.memu4j.internal.value.Digests;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.Versioned;
import io.memu4j.store.jpa.read.Chunks;
import io.memu4j.store.jpa.session.BoundSession;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether resources and passages are still as a change set supposes. One use, under the scope's lock. */
final class SourceCheck {
    private final ChangeSet changes;
    private final BoundSession session;
    private final StoredRows stored;
    private final StaleChangeSetException.Causes causes;
    private final Set<String> deletedResources = new HashSet<>();

    SourceCheck(BoundSession session, ChangeSet changes, StaleChangeSetException.Causes causes) {
        this.session = session;
        this.stored = new StoredRows(session);
        this.changes = changes;
        this.causes = causes;
    }

    void run() {
        Map<String, Long> resources = checkDeletions();
        Set<String> passages = storedPassages();
        checkResources(resources);
        checkPassages(resources.keySet(), passages);
        for (Embedding embedding : changes.embeddings()) {
            stale(embedding.ownerKind() == OwnerKind.RESOURCE && !resources.containsKey(embedding.ownerId()));
            stale(embedding.ownerKind() == OwnerKind.PASSAGE && !passages.contains(embedding.ownerId()));
        }
        changes.items().forEach(item -> stale(!passages.containsAll(item.passageIds())));
    }

    private Map<String, Long> checkDeletions() {
        Set<String> ids = new HashSet<>();
        changes.deletedResources().forEach(row -> ids.add(row.id()));
        changes.resources().forEach(resource -> ids.add(resource.id()));
        changes.passages().forEach(passage -> ids.add(passage.resourceId()));
        addOwners(OwnerKind.RESOURCE, ids);
        Map<String, Long> resources = stored.versions("ResourceRow", ids);
        for (Versioned named : changes.deletedResources()) {
            Long version = resources.remove(named.id());
            stale(version == null || version != named.version());
            deletedResources.add(named.id());
        }
        return resources;
    }

    /** Adds what is put to {@code resources}. */
    private void checkResources(Map<String, Long> resources) {
        Map<String, String> holders = stored.holders(
                "ResourceRow",
                "sourceKeyHash",
                changes.resources().stream()
                        .map(resource -> Digests.sha256(resource.sourceKey()))
                        .toList());
        holders.values().removeAll(deletedResources);
        for (Resource resource : changes.resources()) {
            stale(resources.getOrDefault(resource.id(), 0L) != resource.version());
            String holder = holders.putIfAbsent(Digests.sha256(resource.sourceKey()), resource.id());
            stale(holder != null && !holder.equals(resource.id()));
            resources.put(resource.id(), resource.version() + 1);
        }
    }

    /** The ids of those passages the change set speaks of that are there after its deletions. */
    private Set<String> storedPassages() {
        Set<String> ids = new HashSet<>();
        changes.passages().forEach(passage -> ids.add(passage.id()));
        changes.items().forEach(item -> ids.addAll(item.passageIds()));
        addOwners(OwnerKind.PASSAGE, ids);
        Set<String> passages = new HashSet<>();
        for (Object[] row : stored.rows(
                "select p.key.id, p.resourceId from PassageRow p where own(p) and p.key.id in (:keys)", ids)) {
            if (!deletedResources.contains(row[1])) {
                passages.add((String) row[0]);
            }
        }
        changes.deletedPassages().forEach(passages::remove);
        return passages;
    }

    /** Adds what is put to {@code passages}. */
    private void checkPassages(Set<String> resources, Set<String> passages) {
        Map<Place, String> holders = holders();
        for (Passage passage : changes.passages()) {
            stale(!resources.contains(passage.resourceId()));
            stale(!passages.add(passage.id()));
            stale(holders.put(Place.of(passage), passage.id()) != null);
        }
    }

    /** The stored passages of the resources that get new ones, between the first and the last index of those. */
    private Map<Place, String> holders() {
        Map<Place, String> holders = new HashMap<>();
        Set<String> fresh = new HashSet<>();
        changes.resources().stream().filter(r -> r.version() == 0).forEach(r -> fresh.add(r.id()));
        List<String> extended = changes.passages().stream()
                .map(Passage::resourceId)
                .filter(id -> !fresh.contains(id) && !deletedResources.contains(id))
                .toList();
        int first = changes.passages().stream().mapToInt(Passage::index).min().orElse(0);
        int last = changes.passages().stream().mapToInt(Passage::index).max().orElse(0);
        Set<String> deleted = new HashSet<>(changes.deletedPassages());
        for (Object[] row : places(extended, first, last)) {
            if (!deleted.contains(row[3])) {
                holders.put(new Place((String) row[0], (Integer) row[1], (Integer) row[2]), (String) row[3]);
            }
        }
        return holders;
    }

    private List<Object[]> places(Collection<String> resources, int first, int last) {
        return Chunks.collect(resources, chunk -> session.select(
                        "select p.resourceId, p.position, p.part, p.key.id from PassageRow p"
                                + " where own(p) and p.resourceId in (:resources) and p.position between :first and :last",
                        Object[].class)
                .setAll("resources", chunk)
                .set("first", first)
                .set("last", last)
                .list());
    }

    private void addOwners(OwnerKind kind, Set<String> ids) {
        changes.embeddings().stream().filter(e -> e.ownerKind() == kind).forEach(e -> ids.add(e.ownerId()));
    }

    private void stale(boolean stale) {
        causes.addIf(stale, Cause.SOURCE);
    }

    private record Place(String resourceId, int index, int part) {
        static Place of(Passage passage) {
            return new Place(passage.resourceId(), passage.index(), passage.part());
        }
    }
}
