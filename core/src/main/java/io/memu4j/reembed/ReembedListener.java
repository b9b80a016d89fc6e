package io.memu4j.reembed;

import io.memu4j.model.MemoryScope;

/** Watches a change of the embedding model. Called by the thread that runs it; what it throws is logged and ignored. */
@FunctionalInterface
public interface ReembedListener {
    /** Watches nothing. */
    ReembedListener NONE = (scope, done, total) -> {};

    /**
     * Some texts of a memory were embedded.
     *
     * @param done texts embedded in this run
     * @param total texts that lacked a vector when the run came to this memory; {@code done} goes beyond it when others write meanwhile
     */
    void onProgress(MemoryScope scope, long done, long total);
}
