package io.memu4j.internal.write;

import io.memu4j.model.Resource;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.Versioned;
import org.jspecify.annotations.Nullable;

/** What a write does to the resource it is about. */
public sealed interface ResourceChange {
    /**
     * Writes a resource. A copy that the stored one named and the written one does not is queued for deletion.
     *
     * @param resource the resource; its blob key is replaced if a copy is stored
     * @param before the stored resource, or null for a new one
     * @param copy the bytes to keep a copy of, or null for none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, compared by nobody
    record Put(Resource resource, @Nullable Resource before, byte @Nullable [] copy) implements ResourceChange {
        // spelled out, because NullAway does not see the annotation of an array in a compact constructor
        public Put(Resource resource, @Nullable Resource before, byte @Nullable [] copy) {
            this.resource = resource;
            this.before = before;
            this.copy = copy;
        }

        @Override
        public void addTo(ChangeSetBuilder changes, @Nullable String blobKey) {
            Resource written = blobKey == null
                    ? resource
                    : resource.toBuilder().blobKey(blobKey).build();
            changes.put(written);
            String old = before == null ? null : before.blobKey();
            if (old != null && !old.equals(written.blobKey())) {
                changes.dropBlob(old);
            }
        }
    }

    /** Deletes a resource, and queues its copy for deletion. */
    record Delete(Resource resource) implements ResourceChange {
        @Override
        public void addTo(ChangeSetBuilder changes, @Nullable String blobKey) {
            changes.deleteResource(new Versioned(resource.id(), resource.version()));
            String old = resource.blobKey();
            if (old != null) {
                changes.dropBlob(old);
            }
        }
    }

    /** Adds this change to a change set; {@code blobKey} is that of the copy just stored, or null. */
    void addTo(ChangeSetBuilder changes, @Nullable String blobKey);
}
