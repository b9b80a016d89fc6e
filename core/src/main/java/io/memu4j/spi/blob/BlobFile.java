package io.memu4j.spi.blob;

import java.time.Instant;

/**
 * A file of a blob store, of any scope.
 *
 * @param key the key that {@link BlobStore#put} returned; of a draft, its temporary name
 * @param bytes its length
 * @param changed when it was last written
 * @param draft whether it is a copy that was begun and not completed
 */
public record BlobFile(String key, long bytes, Instant changed, boolean draft) {}
