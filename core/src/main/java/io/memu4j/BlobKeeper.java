package io.memu4j;

import io.memu4j.error.MemoryException;
import io.memu4j.ingest.blob.UnnamedCopies;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.store.PendingDeletion;
import io.memu4j.spi.store.ScopeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the copies of sources in step with the rows that name them. */
final class BlobKeeper {
    private static final Logger log = LoggerFactory.getLogger(BlobKeeper.class);
    private static final int BATCH = 100;
    private static final int ID_LENGTH = 36;

    /** Longer than a transaction takes, which is all that a writer does between keeping a copy and naming it. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    private final Optional<BlobStore> blobs;

    BlobKeeper(Optional<BlobStore> blobs) {
        this.blobs = blobs;
    }

    /**
     * Keeps a copy before the transaction that names it; null where none is kept.
     *
     * @param attempt a new id: no two plans share a copy, so that whichever fails can delete its own
     */
    @Nullable
    String keep(MemoryScope scope, String resourceId, String attempt, byte @Nullable [] copy) {
        return blobs.isEmpty() || copy == null ? null : blobs.get().put(scope, resourceId + "-" + attempt, copy);
    }

    Optional<byte[]> read(MemoryScope scope, @Nullable String key) {
        return key == null ? Optional.empty() : blobs.map(store -> store.get(scope, key));
    }

    /** Deletes a copy that no row names, after a write that did not come about. */
    void discard(ScopeStore store, String resourceId, @Nullable String key) {
        if (key == null || blobs.isEmpty()) {
            return;
        }
        try {
            boolean named = store.resource(resourceId)
                    .filter(r -> key.equals(r.blobKey()))
                    .isPresent();
            if (!named) {
                blobs.get().delete(store.scope(), key);
            }
        } catch (MemoryException e) {
            log.warn("A copy of a source of {} may be left without a resource: {}", store.scope(), e.getMessage());
        }
    }

    /** Deletes what earlier transactions queued. A failure, or a backup that copies it just now, leaves it queued for the next time. */
    void sweep(ScopeStore store) {
        if (blobs.isEmpty()) {
            return;
        }
        try {
            while (!store.pendingDeletions(1).isEmpty()) {
                if (!blobs.get().sweep(() -> deletePending(store, blobs.get()))) {
                    return;
                }
            }
        } catch (MemoryException e) {
            log.warn(
                    "Copies of sources of {} are still to be deleted, which is tried again with the next write: {}",
                    store.scope(),
                    e.getMessage());
        }
    }

    /** Reads what is queued while no restore can change it: after one, a row may name again what was queued before. */
    private static void deletePending(ScopeStore store, BlobStore place) {
        List<PendingDeletion> pending = store.pendingDeletions(BATCH);
        pending.forEach(deletion -> place.delete(store.scope(), deletion.blobKey()));
        store.deletionsDone(pending);
    }

    /** Where the copies are; empty where none are kept. */
    Optional<BlobStore> place() {
        return blobs;
    }

    /** How many copies the scope has. */
    int count(MemoryScope scope) {
        return blobs.map(kept -> kept.keys(scope).size()).orElse(0);
    }

    /**
     * Deletes the scope's copies that no resource names, but for those of the last minutes: a writer keeps a copy right before the
     * transaction that names it. None while a backup copies them, or where another database keeps its copies in the same place.
     */
    void deleteUnnamed(ScopeStore store) {
        if (blobs.isEmpty() || !blobs.get().sharedWith().isEmpty()) {
            return;
        }
        for (String key : blobs.get().keys(store.scope())) {
            if (!isRecent(key.substring(key.lastIndexOf('/') + 1))) {
                blobs.get().sweep(() -> deleteUnlessNamed(store, key));
            }
        }
    }

    private void deleteUnlessNamed(ScopeStore store, String key) {
        if (!UnnamedCopies.isNamed(store, key)) {
            blobs.orElseThrow().delete(store.scope(), key);
        }
    }

    /** Removes the scope's place if it is empty; returns how many copies are left in it. */
    int tidy(MemoryScope scope) {
        blobs.ifPresent(kept -> kept.tidy(scope));
        return count(scope);
    }

    /** Whether the attempt in the name, a UUIDv7, began less than {@link #GRACE} ago. */
    private static boolean isRecent(String name) {
        if (name.length() != 2 * ID_LENGTH + 1) {
            return false;
        }
        String attempt = name.substring(ID_LENGTH + 1).replace("-", "");
        Instant began = Instant.ofEpochMilli(Long.parseLong(attempt.substring(0, 12), 16));
        return began.isAfter(Instant.now().minus(GRACE));
    }
}
