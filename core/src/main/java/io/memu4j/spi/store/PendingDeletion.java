package io.memu4j.spi.store;

/**
 * A queued deletion of a copy of a source that no row names any more.
 *
 * @param id the id of the entry
 * @param blobKey the key in the {@link io.memu4j.spi.blob.BlobStore}
 */
public record PendingDeletion(String id, String blobKey) {}
