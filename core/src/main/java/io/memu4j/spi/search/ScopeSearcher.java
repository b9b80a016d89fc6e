package io.memu4j.spi.search;

import io.memu4j.model.MemoryScope;

/** Searches the memory of scopes. Thread-safe. */
public interface ScopeSearcher {
    /**
     * Opens a session on the present revision of a scope. Writes acknowledged before the call are seen, later ones are not. Reads from
     * the store what changed since the last session; calls no model.
     *
     * @param scope may be one that was never written; nothing is found there
     * @return a session for one thread, to be closed
     * @throws io.memu4j.error.StoreException if the database fails
     */
    SearchSession open(MemoryScope scope);
}
