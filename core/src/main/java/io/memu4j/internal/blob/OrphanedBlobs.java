package io.memu4j.internal.blob;

import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobFile;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.store.AllScopes;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Copies that no row names. */
public record OrphanedBlobs(MemoryStore store, BlobStore blobs) {
    /** Longer than a transaction takes, which is all that a writer does between keeping a copy and naming it. */
    public static final Duration GRACE = Duration.ofMinutes(15);

    private static final int BATCH = 500;
    private static final int ID_LENGTH = 36;

    /** Whether a resource of that scope names the copy. */
    public static boolean isNamed(ScopeStore store, String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        String resourceId = name.substring(0, Math.min(name.length(), ID_LENGTH));
        return store.resource(resourceId)
                .filter(resource -> key.equals(resource.blobKey()))
                .isPresent();
    }

    /** The folder of a scope's copies, {@link MemoryScope#longHash}, that the file is in. */
    public static String folderOf(BlobFile file) {
        return file.key().substring(0, Math.max(0, file.key().indexOf('/')));
    }

    /**
     * Deletes those of the files that no row names now, whatever was found when they were listed: a restore may have named some since. Batch
     * by batch, so that a backup gets its turn.
     *
     * @param files none that a writer may be about to name
     * @return false where a backup or a restore kept some from being deleted
     */
    public boolean delete(List<BlobFile> files) {
        boolean all = true;
        for (int from = 0; from < files.size(); from += BATCH) {
            List<BlobFile> batch = files.subList(from, Math.min(files.size(), from + BATCH));
            all &= blobs.sweep(() -> deleteUnlessNamed(batch));
        }
        return all;
    }

    private void deleteUnlessNamed(List<BlobFile> files) {
        Map<String, MemoryScope> scopes = scopes();
        for (BlobFile file : files) {
            MemoryScope scope = scopes.get(folderOf(file));
            if (scope == null || !isNamed(store.in(scope), file.key())) {
                blobs.delete(file);
            }
        }
    }

    /** Every scope there is, by the folder of its copies. */
    private Map<String, MemoryScope> scopes() {
        Map<String, MemoryScope> scopes = new HashMap<>();
        AllScopes.of(store::scopes)
                .forEach(summary -> scopes.put(summary.scope().longHash(), summary.scope()));
        return scopes;
    }
}
