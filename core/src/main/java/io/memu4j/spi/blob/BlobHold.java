package io.memu4j.spi.blob;

/** While this is open no process deletes copies that earlier transactions queued. See {@link BlobStore#hold}. */
public interface BlobHold extends AutoCloseable {
    /** Lets deletions go on. Closing twice is allowed. */
    @Override
    void close();
}
