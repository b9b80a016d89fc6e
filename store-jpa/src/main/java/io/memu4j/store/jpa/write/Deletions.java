package io.memu4j.store.jpa.write;

import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.Versioned;
import io.memu4j.store.jpa.read.Chunks;
import io.memu4j.store.jpa.session.BoundSession;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Deletes rows with all that depends on them. Under the scope's lock. */
final class Deletions {
    private final BoundSession session;
    private final long revision;

    Deletions(BoundSession session, long revision) {
        this.session = session;
        this.revision = revision;
    }

    void carryOut(ChangeSet changes) {
        List<String> resources =
                changes.deletedResources().stream().map(Versioned::id).toList();
        List<String> passages = new ArrayList<>(changes.deletedPassages());
        passages.addAll(Chunks.collect(resources, chunk -> session.select(
                        "select p.key.id from PassageRow p where own(p) and p.resourceId in (:ids)", String.class)
                .setAll("ids", chunk)
                .list()));
        deletePassages(passages);
        deleteRows("ResourceRow", OwnerKind.RESOURCE, resources);
        deleteItems(changes.deletedItems().stream().map(Versioned::id).toList());
    }

    /** Deletes the vectors of those owners. */
    void embeddings(OwnerKind kind, Collection<String> ids) {
        Chunks.of(ids, chunk -> session.change(
                        "delete from EmbeddingRow e where own(e) and e.key.ownerKind = :kind and e.key.ownerId in (:ids)")
                .set("kind", kind.key())
                .setAll("ids", chunk)
                .execute());
    }

    /** Deletes what those items cite and are linked to. */
    void relations(Collection<String> itemIds) {
        each("delete from CitationRow c where own(c) and c.key.itemId in (:ids)", itemIds);
        each("delete from LinkRow l where own(l) and l.key.itemId in (:ids)", itemIds);
    }

    private void deletePassages(List<String> ids) {
        Chunks.of(ids, chunk -> session.change(
                        "update ItemRow i set i.revision = :revision where own(i) and i.key.id in"
                                + " (select c.key.itemId from CitationRow c where own(c) and c.key.passageId in (:ids))")
                .set("revision", revision)
                .setAll("ids", chunk)
                .execute());
        each("delete from CitationRow c where own(c) and c.key.passageId in (:ids)", ids);
        deleteRows("PassageRow", OwnerKind.PASSAGE, ids);
    }

    /** The words go with the item; what happened when stays in its history. */
    private void deleteItems(List<String> ids) {
        relations(ids);
        each("update ItemEventRow e set e.beforeText = null where own(e) and e.itemId in (:ids)", ids);
        deleteRows("ItemRow", OwnerKind.ITEM, ids);
    }

    private void deleteRows(String entity, OwnerKind kind, List<String> ids) {
        embeddings(kind, ids);
        each("delete from " + entity + " r where own(r) and r.key.id in (:ids)", ids);
    }

    private void each(String statement, Collection<String> ids) {
        Chunks.of(ids, chunk -> session.change(statement).setAll("ids", chunk).execute());
    }
}
