package io.memu4j.admin;

import io.memu4j.model.Counts;
import io.memu4j.model.MemoryScope;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an erasure found and what it left. Lists are not modifiable.
 *
 * @param scopes the memories that were to be erased, in order; empty if there was none
 * @param notCovered other places that may hold the same data and were not erased, in full sentences
 * @param strayCopies copies that no row names and that a writer may be about to name. Only a reset looks for them; repeating it deletes
 *     them
 */
public record ErasureReport(List<ErasedScope> scopes, List<String> notCovered, int strayCopies) {
    private static final List<String> ELSEWHERE = List.of(
            "Free pages and the write-ahead log of the database keep deleted rows until MemoryAdmin.purge or 'memu purge'.",
            "Backups and exports made before still hold what was erased.",
            "A database server's archive, replicas and logs are the server's own.",
            "The original files and addresses that were memorized are not ours.");

    private static final String KILLED_BEGINNING =
            "With an agent that never stored anything, a memorize that was killed may have left a copy of its source: erase by user and"
                    + " agent, or have 'memu doctor --fix' delete it after 15 minutes.";

    /**
     * Copies the lists.
     *
     * @param scopes the memories that were to be erased
     * @param notCovered places that were not erased
     * @param strayCopies copies that no row names
     */
    public ErasureReport {
        scopes = List.copyOf(scopes);
        notCovered = List.copyOf(notCovered);
    }

    /**
     * Makes the report of an erasure.
     *
     * @param scopes the memories that were to be erased
     * @param first sentences about these memories, before the general ones
     * @return the report, without stray copies
     */
    public static ErasureReport of(List<ErasedScope> scopes, List<String> first) {
        return new ErasureReport(scopes, and(first, ELSEWHERE), 0);
    }

    /**
     * {@return a copy that also names copies left by killed writers, for the erasure of a user: agents that never stored anything are not
     * known}
     */
    public ErasureReport andKilledBeginnings() {
        return new ErasureReport(scopes, and(notCovered, List.of(KILLED_BEGINNING)), strayCopies);
    }

    /**
     * Returns a copy with stray copies.
     *
     * @param left how many remain
     * @return the copy
     */
    public ErasureReport withStrayCopies(int left) {
        return new ErasureReport(scopes, notCovered, left);
    }

    private static List<String> and(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /** {@return whether nothing of these memories remains} */
    public boolean complete() {
        return strayCopies == 0 && scopes.stream().allMatch(ErasedScope::complete);
    }

    /**
     * What was erased of one memory.
     *
     * @param scope the memory
     * @param before rows at the beginning
     * @param after rows at the end; above 0 only if somebody wrote meanwhile
     * @param copiesDeleted copies of sources that were deleted
     * @param copiesLeft copies that could not be deleted, or that a writer may be about to use; erasing again deletes them
     * @param copiesMissing copies that rows named and that are not in the place for copies. They may be elsewhere, and stay queued for
     *     deletion
     * @param gone whether the database no longer knows the scope
     */
    public record ErasedScope(
            MemoryScope scope,
            Counts before,
            Counts after,
            int copiesDeleted,
            int copiesLeft,
            int copiesMissing,
            boolean gone) {
        /** {@return whether nothing of this memory remains} */
        public boolean complete() {
            return gone && copiesLeft == 0 && copiesMissing == 0;
        }
    }
}
