package io.memu4j;

import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.Counts;
import java.util.List;

/**
 * What an erasure found, and what it left: the proof of it.
 *
 * @param scopes each memory it was about, in order; empty where there was none
 * @param notCovered where else the same may be, which no erasure reaches, in full sentences
 */
public record ErasureReport(List<ErasedScope> scopes, List<String> notCovered) {
    private static final List<String> ELSEWHERE = List.of(
            "Free pages and the write-ahead log of the database keep deleted rows until MemoryAdmin.purge or 'memu purge'.",
            "Backups and exports made before still hold what was erased.",
            "A database server's archive, replicas and logs are the server's own.",
            "The original files and addresses that were memorized are not ours.");

    public ErasureReport {
        scopes = List.copyOf(scopes);
        notCovered = List.copyOf(notCovered);
    }

    static ErasureReport of(List<ErasedScope> scopes) {
        return new ErasureReport(scopes, ELSEWHERE);
    }

    /** Whether nothing of these memories is left. */
    public boolean complete() {
        return scopes.stream().allMatch(ErasedScope::complete);
    }

    /**
     * One memory.
     *
     * @param before rows when it began
     * @param after rows when it ended; more than 0 only where somebody wrote meanwhile
     * @param copiesDeleted copies of sources, deleted as files
     * @param copiesLeft copies that could not be deleted, or that a writer may be about to use; erasing again deletes them
     * @param gone whether the database no longer knows that there was such a memory
     */
    public record ErasedScope(
            MemoryScope scope, Counts before, Counts after, int copiesDeleted, int copiesLeft, boolean gone) {
        public boolean complete() {
            return gone && copiesLeft == 0;
        }
    }
}
