package io.memu4j.store.jpa.write;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Watermark;
import io.memu4j.store.jpa.entity.ScopeRow;
import io.memu4j.store.jpa.read.ScopeReads;
import io.memu4j.store.jpa.session.BoundSession;
import org.jspecify.annotations.Nullable;

/** Raises a scope's revision: the first statement of every write, and thereby the lock that makes its writers take turns. */
public final class Revision {
    private Revision() {}

    /**
     * Counts a write. Creates the scope where it does not exist: two who do so at once collide on its key, and the later one, run again,
     * finds it.
     *
     * @return the watermark after the write, as far as it is known now
     */
    static Watermark raise(BoundSession session, MemoryScope scope, boolean deletes, Stamps stamps) {
        int raised = session.change("update ScopeRow s set s.revision = s.revision + 1"
                        + (deletes ? ", s.lastDeleteRevision = s.revision + 1" : "")
                        + " where own(s)")
                .execute();
        if (raised == 0) {
            session.insert(ScopeRow.created(scope, stamps.nextId(), stamps.now(), deletes));
        }
        return ScopeReads.watermark(session);
    }

    /** Counts a write to a scope that exists and is locked. */
    static Watermark raise(BoundSession session) {
        session.change("update ScopeRow s set s.revision = s.revision + 1 where own(s)")
                .execute();
        return ScopeReads.watermark(session);
    }

    /** Makes writers of the scope wait without counting a write; {@link Watermark#EMPTY} where there is no such scope. */
    public static Watermark lock(BoundSession session) {
        session.change("update ScopeRow s set s.revision = s.revision where own(s)")
                .execute();
        return ScopeReads.watermark(session);
    }

    /** Counts a write that changes a locked scope over to another space. */
    public static void startAnew(BoundSession session, EmbeddingSpace space, Stamps stamps) {
        session.change("update ScopeRow s set s.revision = s.revision + 1, s.activeSpace = :space,"
                        + " s.incarnation = :incarnation where own(s)")
                .set("space", space.key())
                .set("incarnation", stamps.nextId())
                .execute();
    }

    /** Makes {@code space} the scope's active one, or leaves it without one. */
    static Watermark activate(BoundSession session, Watermark now, @Nullable EmbeddingSpace space) {
        session.change("update ScopeRow s set s.activeSpace = :space where own(s)")
                .set("space", space == null ? null : space.key())
                .execute();
        return new Watermark(now.incarnation(), now.revision(), now.lastDeleteRevision(), space);
    }
}
