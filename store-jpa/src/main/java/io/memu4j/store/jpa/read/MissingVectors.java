package io.memu4j.store.jpa.read;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.store.jpa.session.BoundSession;
import io.memu4j.store.jpa.session.Selection;
import java.util.List;

/** Finds what lacks a vector in a space. Within one snapshot or under the scope's lock. */
public final class MissingVectors {
    private final BoundSession session;
    private final EmbeddingSpace space;
    private final boolean active;

    public MissingVectors(BoundSession session, EmbeddingSpace space) {
        this.session = session;
        this.space = space;
        this.active = space.equals(ScopeReads.watermark(session).activeSpace());
    }

    public List<String> of(OwnerKind kind, String after, int limit) {
        return query("select r.key.id", kind, " and r.key.id > :after order by r.key.id", String.class)
                .set("after", after)
                .limit(limit)
                .list();
    }

    public long count() {
        long count = 0;
        for (OwnerKind kind : OwnerKind.values()) {
            count += query("select count(*)", kind, "", Long.class).first().orElseThrow();
        }
        return count;
    }

    public boolean any() {
        for (OwnerKind kind : OwnerKind.values()) {
            if (!of(kind, "", 1).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** A vector in preparation that is older than its owner's last change is as good as none; an active one goes with its owner. */
    private <R> Selection<R> query(String select, OwnerKind kind, String rest, Class<R> result) {
        return session.select(
                        select + " from " + Owners.entity(kind) + " r where own(r) and"
                                + (kind == OwnerKind.RESOURCE ? " r.caption is not null and" : "")
                                + " not exists (select 1 from EmbeddingRow e where own(e) and e.key.ownerKind = :kind"
                                + " and e.key.ownerId = r.key.id and e.key.space = :space"
                                + (active ? ")" : " and e.revision >= r.revision)")
                                + rest,
                        result)
                .set("kind", kind.key())
                .set("space", space.key());
    }
}
