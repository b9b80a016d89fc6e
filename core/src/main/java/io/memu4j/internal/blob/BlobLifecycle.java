package io.memu4j.internal.blob;

import io.memu4j.error.MemoryException;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobFile;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.store.AllScopes;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.PendingDeletion;
import io.memu4j.spi.store.ScopeStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the copies of sources in step with the rows that name them. */
public final class BlobLifecycle {
    private static final Logger log = LoggerFactory.getLogger(BlobLifecycle.class);
    private static final int BATCH = 100;
    private static final int ID_LENGTH = 36;

    private final Optional<BlobStore> blobs;
    private final Clock clock;

    public BlobLifecycle(Optional<BlobStore> blobs, Clock clock) {
        this.blobs = blobs;
        this.clock = clock;
    }

    /**
     * Stores a copy before the transaction that names it. Returns its key, or null if none is stored.
     *
     * @param attempt a new id. No two attempts share a copy, so each one that fails can delete its own
     */
    @Nullable
    public String keep(MemoryScope scope, String resourceId, String attempt, byte @Nullable [] copy) {
        return blobs.isEmpty() || copy == null ? null : blobs.get().put(scope, resourceId + "-" + attempt, copy);
    }

    public Optional<byte[]> read(MemoryScope scope, @Nullable String key) {
        return key == null ? Optional.empty() : blobs.map(store -> store.get(scope, key));
    }

    /** Deletes the copy of a write that was not applied, unless a row names it. A failure is logged. */
    public void discard(ScopeStore store, String resourceId, @Nullable String key) {
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

    /**
     * Deletes the copies that earlier transactions queued. After a failure, during a backup, or if the copies of the scope are in another
     * place, they stay queued for the next call.
     */
    public void sweep(ScopeStore store) {
        sweep(store, Set.of());
    }

    /** Like {@link #sweep(ScopeStore)}, but keeps the given keys queued. */
    public void sweep(ScopeStore store, Set<String> elsewhere) {
        if (blobs.isPresent() && blobs.get().isPlaceOf(store.scope())) {
            sweep(store, blobs.get(), elsewhere);
        }
    }

    /** Sweeps after a restore. A queued copy that is missing here counts as deleted. */
    public void sweepRestored(ScopeStore store) {
        blobs.ifPresent(place -> sweep(store, place, Set.of()));
    }

    private static void sweep(ScopeStore store, BlobStore place, Set<String> elsewhere) {
        try {
            boolean more = !store.pendingDeletions(1).isEmpty();
            while (more) {
                int[] deleted = {0};
                boolean swept = place.sweep(() -> deleted[0] = deletePending(store, place, elsewhere));
                more = swept && deleted[0] > 0;
            }
        } catch (MemoryException e) {
            log.warn(
                    "Copies of sources of {} are still to be deleted, which is tried again with the next write: {}",
                    store.scope(),
                    e.getMessage());
        }
    }

    /** Reads the queue while no restore runs: after a restore, a row may name a copy that was queued before. */
    private static int deletePending(ScopeStore store, BlobStore place, Set<String> elsewhere) {
        List<PendingDeletion> pending = store.pendingDeletions(BATCH + elsewhere.size()).stream()
                .filter(deletion -> !elsewhere.contains(deletion.blobKey()))
                .toList();
        pending.forEach(deletion -> place.delete(store.scope(), deletion.blobKey()));
        store.deletionsDone(pending);
        return pending.size();
    }

    /** Returns the store of the copies; empty if none are kept. */
    public Optional<BlobStore> place() {
        return blobs;
    }

    /**
     * Deletes the scope's copies that no resource names, but for those of the last minutes: a writer keeps a copy right before the
     * transaction that names it. None while a backup copies them.
     */
    public void deleteUnnamed(ScopeStore store) {
        if (blobs.isEmpty()) {
            return;
        }
        for (String key : blobs.get().keys(store.scope())) {
            if (!isRecent(key.substring(key.lastIndexOf('/') + 1))) {
                blobs.get().sweep(() -> deleteUnlessNamed(store, key));
            }
        }
    }

    private void deleteUnlessNamed(ScopeStore store, String key) {
        if (!OrphanedBlobs.isNamed(store, key)) {
            blobs.orElseThrow().delete(store.scope(), key);
        }
    }

    /**
     * Deletes the copies that no resource names of memories that the database does not know, but for those of the last minutes.
     *
     * @return how many are left
     */
    public int deleteStrays(MemoryStore store) {
        if (blobs.isEmpty()) {
            return 0;
        }
        List<BlobFile> strays = strays(store);
        strays.removeIf(file -> file.changed().isAfter(clock.instant().minus(OrphanedBlobs.GRACE)));
        new OrphanedBlobs(store, blobs.get()).delete(strays);
        return strays(store).size();
    }

    private List<BlobFile> strays(MemoryStore store) {
        Set<String> known = new HashSet<>();
        AllScopes.of(store::scopes).forEach(summary -> known.add(summary.scope().longHash()));
        List<BlobFile> strays = new ArrayList<>();
        blobs.orElseThrow().files(file -> {
            if (!known.contains(OrphanedBlobs.folderOf(file))) {
                strays.add(file);
            }
        });
        return strays;
    }

    /** Whether the attempt in the name, a UUIDv7, began less than the grace time ago. */
    private boolean isRecent(String name) {
        if (name.length() != 2 * ID_LENGTH + 1) {
            return false;
        }
        String attempt = name.substring(ID_LENGTH + 1).replace("-", "");
        Instant began = Instant.ofEpochMilli(Long.parseLong(attempt.substring(0, 12), 16));
        return began.isAfter(clock.instant().minus(OrphanedBlobs.GRACE));
    }
}
