package io.memu4j.store.jpa.read;

import io.memu4j.internal.value.Digests;
import io.memu4j.model.Modality;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.store.jpa.entity.PassageRow;
import io.memu4j.store.jpa.entity.ResourceRow;
import io.memu4j.store.jpa.session.BoundSession;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Queries for resources and passages. */
public final class SourceReads {
    private SourceReads() {}

    public static List<Resource> resources(BoundSession session, Collection<String> ids) {
        return Chunks.collect(ids, chunk -> session.select(
                                "from ResourceRow r where own(r) and r.key.id in (:ids)", ResourceRow.class)
                        .setAll("ids", chunk)
                        .list())
                .stream()
                .map(ResourceRow::toResource)
                .toList();
    }

    public static Optional<Resource> byKey(BoundSession session, String sourceKey) {
        return session.select("from ResourceRow r where own(r) and r.sourceKeyHash = :hash", ResourceRow.class)
                .set("hash", Digests.sha256(sourceKey))
                .first()
                .map(ResourceRow::toResource);
    }

    public static Page<Resource> page(BoundSession session, ResourceFilter filter, PageRequest request) {
        KeysetQuery<ResourceRow> listing = new KeysetQuery<>(session, ResourceRow.class, filter.attributes());
        if (!filter.modalities().isEmpty()) {
            listing.where(
                    "r.modality in (:modalities)",
                    "modalities",
                    filter.modalities().stream().map(Modality::key).toList());
        }
        Page<ResourceRow> page = listing.page(request);
        return new Page<>(page.rows().stream().map(ResourceRow::toResource).toList(), page.next());
    }

    public static List<Passage> passagesOf(BoundSession session, String resourceId) {
        return Chunks.collect(List.of(resourceId), resource -> session.select(
                                "from PassageRow p where own(p) and p.resourceId in (:resource) order by p.position, p.part",
                                PassageRow.class)
                        .setAll("resource", resource)
                        .list())
                .stream()
                .map(PassageRow::toPassage)
                .toList();
    }

    public static Optional<Passage> lastPassageOf(BoundSession session, String resourceId) {
        return Chunks.collect(List.of(resourceId), resource -> session.select(
                                "from PassageRow p where own(p) and p.resourceId in (:resource)"
                                        + " order by p.position desc, p.part desc",
                                PassageRow.class)
                        .setAll("resource", resource)
                        .limit(1)
                        .list())
                .stream()
                .map(PassageRow::toPassage)
                .findFirst();
    }

    public static List<Passage> passages(BoundSession session, Collection<String> ids) {
        return Chunks.collect(ids, chunk -> session.select(
                                "from PassageRow p where own(p) and p.key.id in (:ids)", PassageRow.class)
                        .setAll("ids", chunk)
                        .list())
                .stream()
                .map(PassageRow::toPassage)
                .toList();
    }
}
