package io.memu4j.admin;

import io.memu4j.model.Counts;
import io.memu4j.model.MemoryScope;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an erasure found, and what it left: the proof of it.
 *
 * @param scopes each memory it was about, in order; empty where there was none
 * @param notCovered where else the same may be, which this erasure did not reach, in full sentences
 * @param strayCopies copies left of memories that the database does not know, that a writer may be about to name; only a reset looks for
 *     them, and repeated it deletes them
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

    public ErasureReport {
        scopes = List.copyOf(scopes);
        notCovered = List.copyOf(notCovered);
    }

    /** @param first sentences about these memories, before those about any */
    public static ErasureReport of(List<ErasedScope> scopes, List<String> first) {
        return new ErasureReport(scopes, and(first, ELSEWHERE), 0);
    }

    /** The same of a user, whose agents are known by their memories alone. */
    public ErasureReport andKilledBeginnings() {
        return new ErasureReport(scopes, and(notCovered, List.of(KILLED_BEGINNING)), strayCopies);
    }

    public ErasureReport withStrayCopies(int left) {
        return new ErasureReport(scopes, notCovered, left);
    }

    private static List<String> and(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    /** Whether nothing of these memories is left. */
    public boolean complete() {
        return strayCopies == 0 && scopes.stream().allMatch(ErasedScope::complete);
    }

    /**
     * One memory.
     *
     * @param before rows when it began
     * @param after rows when it ended; more than 0 only where somebody wrote meanwhile
     * @param copiesDeleted copies of sources, deleted as files
     * @param copiesLeft copies that could not be deleted, or that a writer may be about to use; erasing again deletes them
     * @param copiesMissing copies that rows named and that are not where copies are kept, so that they may be in another place; they stay
     *     queued
     * @param gone whether the database no longer knows that there was such a memory
     */
    public record ErasedScope(
            MemoryScope scope,
            Counts before,
            Counts after,
            int copiesDeleted,
            int copiesLeft,
            int copiesMissing,
            boolean gone) {
        public boolean complete() {
            return gone && copiesLeft == 0 && copiesMissing == 0;
        }
    }
}
