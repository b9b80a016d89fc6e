package io.memu4j.spi.blob;

/** Prevents that queued copies are deleted, in all processes, until it is closed. Obtained from {@link BlobStore#hold}. */
public interface BlobHold extends AutoCloseable {
    /** Allows deletions again. Closing twice is allowed. */
    @Override
    void close();
}
