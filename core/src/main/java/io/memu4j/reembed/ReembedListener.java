package io.memu4j.reembed;

import io.memu4j.model.MemoryScope;

/**
 * Receives the progress of a change of the embedding model. Called by the thread that does the work. What it throws is logged and
 * ignored.
 */
@FunctionalInterface
public interface ReembedListener {
    /** Ignores all progress. */
    ReembedListener NONE = (scope, done, total) -> {};

    /**
     * Reports that texts of a memory were embedded.
     *
     * @param scope the memory
     * @param done texts embedded in this run
     * @param total texts without a vector when the run reached this memory; {@code done} exceeds it if others write meanwhile
     */
    void onProgress(MemoryScope scope, long done, long total);
}
