package io.memu4j.store.jpa.write;

import io.memu4j.spi.store.OwnerKind;
import io.memu4j.store.jpa.read.Owners;
import io.memu4j.store.jpa.session.BoundSession;
import io.memu4j.store.jpa.session.Selection;
import java.util.List;

/** Vectors whose owner does not exist. No foreign key can forbid them: their owners are in four tables. */
public final class StrayVectors {
    private final BoundSession session;

    public StrayVectors(BoundSession session) {
        this.session = session;
    }

    public long count() {
        long count = 0;
        for (OwnerKind kind : OwnerKind.values()) {
            count += query("select count(*)", kind, Long.class).first().orElseThrow();
        }
        return count;
    }

    /** Under the scope's lock. */
    public long delete(int limit) {
        Revision.lock(session);
        long deleted = 0;
        for (OwnerKind kind : OwnerKind.values()) {
            List<String> owners = query("select distinct e.key.ownerId", kind, String.class)
                    .limit(limit)
                    .list();
            new Deletions(session, 0).embeddings(kind, owners);
            deleted += owners.size();
        }
        return deleted;
    }

    private <R> Selection<R> query(String select, OwnerKind kind, Class<R> result) {
        return session.select(
                        select
                                + " from EmbeddingRow e where own(e) and e.key.ownerKind = :kind and not exists (select 1 from "
                                + Owners.entity(kind) + " r where own(r) and r.key.id = e.key.ownerId)",
                        result)
                .set("kind", kind.key());
    }
}
