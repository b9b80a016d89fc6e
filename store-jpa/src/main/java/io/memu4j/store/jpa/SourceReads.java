package io.memu4j.store.jpa;

import io.memu4j.model.Digests;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.Page;
import io.memu4j.spi.store.PageRequest;
import io.memu4j.spi.store.ResourceFilter;
import io.memu4j.store.jpa.entity.PassageRow;
import io.memu4j.store.jpa.entity.ResourceRow;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;

/** Queries for resources and passages. */
final class SourceReads {
    private SourceReads() {}

    static List<Resource> resources(StatelessSession session, Collection<String> ids) {
        return Chunks.collect(ids, chunk -> session.createSelectionQuery(
                                "from ResourceRow r where r.key.id in (:ids)", ResourceRow.class)
                        .setParameterList("ids", chunk)
                        .getResultList())
                .stream()
                .map(ResourceRow::toResource)
                .toList();
    }

    static Optional<Resource> byKey(StatelessSession session, String sourceKey) {
        return session.createSelectionQuery("from ResourceRow r where r.sourceKeyHash = :hash", ResourceRow.class)
                .setParameter("hash", Digests.sha256(sourceKey))
                .uniqueResultOptional()
                .map(ResourceRow::toResource);
    }

    static Page<Resource> page(StatelessSession session, ResourceFilter filter, PageRequest request) {
        Listing<ResourceRow> listing = new Listing<>(session, ResourceRow.class, filter.attributes());
        if (!filter.modalities().isEmpty()) {
            listing.where(
                    "r.modality in (:modalities)",
                    "modalities",
                    filter.modalities().stream().map(Modality::key).toList());
        }
        Page<ResourceRow> page = listing.page(request);
        return new Page<>(page.rows().stream().map(ResourceRow::toResource).toList(), page.next());
    }

    static List<Passage> passagesOf(StatelessSession session, String resourceId) {
        return Chunks.collect(List.of(resourceId), resource -> session.createSelectionQuery(
                                "from PassageRow p where p.resourceId in (:resource) order by p.position, p.part",
                                PassageRow.class)
                        .setParameterList("resource", resource)
                        .getResultList())
                .stream()
                .map(PassageRow::toPassage)
                .toList();
    }

    static Optional<Passage> lastPassageOf(StatelessSession session, String resourceId) {
        return Chunks.collect(List.of(resourceId), resource -> session.createSelectionQuery(
                                "from PassageRow p where p.resourceId in (:resource)"
                                        + " order by p.position desc, p.part desc",
                                PassageRow.class)
                        .setParameterList("resource", resource)
                        .setMaxResults(1)
                        .getResultList())
                .stream()
                .map(PassageRow::toPassage)
                .findFirst();
    }

    static List<Passage> passages(StatelessSession session, Collection<String> ids) {
        return Chunks.collect(ids, chunk -> session.createSelectionQuery(
                                "from PassageRow p where p.key.id in (:ids)", PassageRow.class)
                        .setParameterList("ids", chunk)
                        .getResultList())
                .stream()
                .map(PassageRow::toPassage)
                .toList();
    }
}
