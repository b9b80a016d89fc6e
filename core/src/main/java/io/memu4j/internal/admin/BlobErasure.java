package io.memu4j.internal.admin;

import io.memu4j.internal.blob.BlobLifecycle;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.store.ScopeStore;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The copies of one scope while it is erased: looked at before the rows go, deleted after. One use. */
final class BlobErasure {
    private static final int BATCH = 500;

    private final BlobLifecycle blobs;
    private final Optional<BlobStore> place;
    private final ScopeStore memory;

    /** Keys that rows named and that are not in the place. */
    private final Set<String> missing = new HashSet<>();

    /** Keys that rows named and that are not in the heap, which is all there is of such a place. */
    private int ended;

    private int before;
    private int left;

    private BlobErasure(BlobLifecycle blobs, ScopeStore memory) {
        this.blobs = blobs;
        this.place = blobs.place();
        this.memory = memory;
    }

    /** Looks at what there is, while the rows are still there; changes nothing. */
    static BlobErasure begin(BlobLifecycle blobs, ScopeStore memory) {
        BlobErasure copies = new BlobErasure(blobs, memory);
        copies.before = copies.keys().size();
        copies.lookAtRows();
        copies.lookAtQueue();
        return copies;
    }

    /** Deletes what the rows named, and what nothing names, as far as it can be told to be this memory's. */
    void delete() {
        blobs.sweep(memory, missing);
        blobs.deleteUnnamed(memory);
        boolean queued = !memory.pendingDeletions(1).isEmpty();
        if (!queued || !missing.isEmpty()) {
            place.ifPresent(kept -> kept.tidy(memory.scope()));
        }
        count();
    }

    int deleted() {
        return Math.max(0, before - left);
    }

    /** Copies of this memory that are still there. */
    int left() {
        return left;
    }

    int missing() {
        return missing.size();
    }

    /** Number of in-memory copies that were lost when their process ended. */
    int ended() {
        return ended;
    }

    private void lookAtRows() {
        @Nullable String cursor = null;
        do {
            Page<Resource> page = memory.resources(
                    ResourceFilter.ALL, PageRequest.first(BATCH).after(cursor));
            List<Resource> named =
                    page.rows().stream().filter(row -> row.blobKey() != null).toList();
            Set<String> there = named.isEmpty() ? Set.of() : keys();
            for (Resource resource : named) {
                String key = String.valueOf(resource.blobKey());
                // A writer may have replaced it since the page was read; a copy goes after its row.
                if (!there.contains(key) && isNamed(resource.id(), key)) {
                    lack(key);
                }
            }
            cursor = page.next();
        } while (cursor != null);
    }

    private boolean isNamed(String resourceId, String key) {
        return memory.resource(resourceId)
                .filter(now -> key.equals(now.blobKey()))
                .isPresent();
    }

    private void lack(String key) {
        if (place.isPresent() && place.get().folder().isEmpty()) {
            ended++;
        } else {
            missing.add(key);
        }
    }

    /** What is queued and not there was deleted before a crash, if the place knows of the memory; otherwise it is elsewhere. */
    private void lookAtQueue() {
        if (place.isEmpty() || !place.get().isPlaceOf(memory.scope())) {
            memory.pendingDeletions(Integer.MAX_VALUE).forEach(deletion -> missing.add(deletion.blobKey()));
        }
    }

    private void count() {
        left = keys().size();
    }

    private Set<String> keys() {
        return place.map(kept -> Set.copyOf(kept.keys(memory.scope()))).orElse(Set.of());
    }
}
