package io.memu4j.store.jpa.write;

import io.memu4j.model.MemoryScope;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.PendingDeletion;
import io.memu4j.store.jpa.read.Chunks;
import io.memu4j.store.jpa.read.ScopeReads;
import io.memu4j.store.jpa.session.BoundSession;
import java.util.Collection;
import java.util.List;

/** Empties a scope, and its list of blobs to delete. */
public final class Clearing {
    /** What refers to another comes before it. */
    private static final List<String> CONTENTS = List.of(
            "EmbeddingRow",
            "CitationRow",
            "LinkRow",
            "ItemRow",
            "PassageRow",
            "CategoryRow",
            "ResourceRow",
            "ItemEventRow");

    private Clearing() {}

    /**
     * Deletes all that the scope holds and keeps the scope itself; its blobs are queued for deletion.
     *
     * @throws StaleChangeSetException when there is nothing to clear any more
     */
    public static Watermark clear(BoundSession session, MemoryScope scope, Stamps stamps) {
        Watermark now = Revision.raise(session, scope, true, stamps);
        StaleChangeSetException.Causes causes = new StaleChangeSetException.Causes();
        causes.addIf(ScopeReads.counts(session).isEmpty(), Cause.SOURCE);
        causes.refuse();
        List<String> blobs = session.select(
                        "select r.blobKey from ResourceRow r where own(r) and r.blobKey is not null", String.class)
                .list();
        new ChangeSetWriter(session, scope, stamps).queueDeletions(blobs);
        CONTENTS.forEach(entity ->
                session.change("delete from " + entity + " r where own(r)").execute());
        return Revision.activate(session, now, null);
    }

    /**
     * Deletes the scope's own row; false where there is none.
     *
     * @throws StaleChangeSetException when the scope holds something or waits for blobs to be deleted
     */
    public static boolean drop(BoundSession session) {
        // The lock that makes its writers take turns; nobody sees the number.
        if (session.change("update ScopeRow s set s.revision = s.revision + 1 where own(s)")
                        .execute()
                == 0) {
            return false;
        }
        StaleChangeSetException.Causes causes = new StaleChangeSetException.Causes();
        boolean inUse = !ScopeReads.counts(session).isEmpty()
                || !ScopeReads.pendingDeletions(session, 1).isEmpty();
        causes.addIf(inUse, Cause.SOURCE);
        causes.refuse();
        return session.change("delete from ScopeRow s where own(s)").execute() > 0;
    }

    /** Returns how many there were. */
    public static int forget(BoundSession session, Collection<PendingDeletion> done) {
        int[] deleted = {0};
        Chunks.of(
                done.stream().map(PendingDeletion::id).toList(),
                chunk -> deleted[0] += session.change(
                                "delete from PendingDeletionRow p where own(p) and p.key.id in (:ids)")
                        .setAll("ids", chunk)
                        .execute());
        return deleted[0];
    }
}
