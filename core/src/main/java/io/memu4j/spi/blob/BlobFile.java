package io.memu4j.spi.blob;

import java.time.Instant;

/**
 * A file of a blob store, whoever it belongs to.
 *
 * @param key as {@link BlobStore#put} gave it; of a draft, the name it has until it is complete
 * @param bytes its length
 * @param changed when it was last written
 * @param draft whether it is a copy that was begun and not completed
 */
public record BlobFile(String key, long bytes, Instant changed, boolean draft) {}
