package io.memu4j.internal.transfer.load;

import io.memu4j.internal.value.IdSource;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the copies that come right before the transaction that names them, and takes back those that none names. */
record CopyStep(MemoryScope scope, Optional<BlobStore> blobs, IdSource ids) {
    /** Keeps it once, also when asked again; null where there is none or no place for it. */
    @Nullable
    String keep(SourceGroup group, String resourceId) {
        byte[] copy = group.copy();
        if (group.blobKey == null && copy != null && blobs.isPresent()) {
            group.blobKey = blobs.get().put(scope, resourceId + "-" + ids.next(), copy);
        }
        return group.blobKey;
    }

    void discard(SourceGroup group) {
        if (group.blobKey != null && blobs.isPresent()) {
            blobs.get().delete(scope, group.blobKey);
            group.blobKey = null;
        }
    }
}
