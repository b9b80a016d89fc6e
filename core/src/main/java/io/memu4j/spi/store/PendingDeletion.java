package io.memu4j.spi.store;

/**
 * A copy of a source that nothing refers to any more.
 *
 * @param id of the entry
 * @param blobKey the copy's key in the blob store
 */
public record PendingDeletion(String id, String blobKey) {}
