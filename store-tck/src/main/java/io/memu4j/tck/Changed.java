package io.memu4j.tck;

import io.memu4j.model.Category;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryItem.Origin;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values with one part replaced. */
final class Changed {
    private Changed() {}

    static Resource version(Resource r, long version) {
        return resource(
                r,
                r.id(),
                version,
                r.sourceKey(),
                r.caption(),
                r.modality(),
                r.blobKey(),
                r.attributes(),
                r.createdAt());
    }

    static Resource id(Resource r, String id) {
        return resource(
                r,
                id,
                r.version(),
                r.sourceKey(),
                r.caption(),
                r.modality(),
                r.blobKey(),
                r.attributes(),
                r.createdAt());
    }

    static Resource sourceKey(Resource r, String key) {
        return resource(
                r, r.id(), r.version(), key, r.caption(), r.modality(), r.blobKey(), r.attributes(), r.createdAt());
    }

    static Resource caption(Resource r, @Nullable String caption) {
        return resource(
                r,
                r.id(),
                r.version(),
                r.sourceKey(),
                caption,
                r.modality(),
                r.blobKey(),
                r.attributes(),
                r.createdAt());
    }

    static Resource modality(Resource r, Modality modality) {
        return resource(
                r,
                r.id(),
                r.version(),
                r.sourceKey(),
                r.caption(),
                modality,
                r.blobKey(),
                r.attributes(),
                r.createdAt());
    }

    static Resource blobKey(Resource r, String blobKey) {
        return resource(
                r,
                r.id(),
                r.version(),
                r.sourceKey(),
                r.caption(),
                r.modality(),
                blobKey,
                r.attributes(),
                r.createdAt());
    }

    static Resource attributes(Resource r, Map<String, String> attributes) {
        return resource(
                r,
                r.id(),
                r.version(),
                r.sourceKey(),
                r.caption(),
                r.modality(),
                r.blobKey(),
                attributes,
                r.createdAt());
    }

    static Resource createdAt(Resource r, Instant at) {
        return resource(
                r, r.id(), r.version(), r.sourceKey(), r.caption(), r.modality(), r.blobKey(), r.attributes(), at);
    }

    static Passage id(Passage p, String id) {
        return new Passage(
                id, p.resourceId(), p.index(), p.part(), p.speaker(), p.role(), p.saidAt(), p.text(), p.createdAt());
    }

    static Passage place(Passage p, int index, int part) {
        return new Passage(
                p.id(), p.resourceId(), index, part, p.speaker(), p.role(), p.saidAt(), p.text(), p.createdAt());
    }

    static Category version(Category c, long version) {
        return new Category(c.id(), version, c.name(), c.description(), c.summary(), c.createdAt(), c.updatedAt());
    }

    static Category id(Category c, String id) {
        return new Category(id, c.version(), c.name(), c.description(), c.summary(), c.createdAt(), c.updatedAt());
    }

    static Category name(Category c, String name) {
        return new Category(c.id(), c.version(), name, c.description(), c.summary(), c.createdAt(), c.updatedAt());
    }

    static Category summary(Category c, String summary) {
        return new Category(c.id(), c.version(), c.name(), c.description(), summary, c.createdAt(), c.updatedAt());
    }

    static MemoryItem version(MemoryItem i, long version) {
        return item(
                i,
                i.id(),
                version,
                i.type(),
                i.summary(),
                i.happenedAt(),
                i.attributes(),
                i.passageIds(),
                i.categoryIds());
    }

    static MemoryItem id(MemoryItem i, String id) {
        return item(
                i,
                id,
                i.version(),
                i.type(),
                i.summary(),
                i.happenedAt(),
                i.attributes(),
                i.passageIds(),
                i.categoryIds());
    }

    static MemoryItem type(MemoryItem i, MemoryType type) {
        return item(
                i,
                i.id(),
                i.version(),
                type,
                i.summary(),
                i.happenedAt(),
                i.attributes(),
                i.passageIds(),
                i.categoryIds());
    }

    static MemoryItem summary(MemoryItem i, String summary) {
        return item(
                i,
                i.id(),
                i.version(),
                i.type(),
                summary,
                i.happenedAt(),
                i.attributes(),
                i.passageIds(),
                i.categoryIds());
    }

    static MemoryItem happenedAt(MemoryItem i, @Nullable HappenedAt at) {
        return item(i, i.id(), i.version(), i.type(), i.summary(), at, i.attributes(), i.passageIds(), i.categoryIds());
    }

    static MemoryItem attributes(MemoryItem i, Map<String, String> attributes) {
        return item(
                i,
                i.id(),
                i.version(),
                i.type(),
                i.summary(),
                i.happenedAt(),
                attributes,
                i.passageIds(),
                i.categoryIds());
    }

    static MemoryItem cites(MemoryItem i, List<String> passageIds) {
        return item(
                i,
                i.id(),
                i.version(),
                i.type(),
                i.summary(),
                i.happenedAt(),
                i.attributes(),
                passageIds,
                i.categoryIds());
    }

    static MemoryItem links(MemoryItem i, List<String> categoryIds) {
        return item(
                i,
                i.id(),
                i.version(),
                i.type(),
                i.summary(),
                i.happenedAt(),
                i.attributes(),
                i.passageIds(),
                categoryIds);
    }

    static MemoryItem times(MemoryItem i, Instant created, Instant updated, Instant reinforced) {
        return new MemoryItem(
                i.id(),
                i.version(),
                i.type(),
                i.summary(),
                i.happenedAt(),
                i.origin(),
                i.reinforcements(),
                reinforced,
                i.attributes(),
                i.passageIds(),
                i.categoryIds(),
                created,
                updated);
    }

    static MemoryItem reinforced(MemoryItem i, int times, Instant at, Origin origin) {
        return new MemoryItem(
                i.id(),
                i.version(),
                i.type(),
                i.summary(),
                i.happenedAt(),
                origin,
                times,
                at,
                i.attributes(),
                i.passageIds(),
                i.categoryIds(),
                i.createdAt(),
                i.updatedAt());
    }

    private static MemoryItem item(
            MemoryItem i,
            String id,
            long version,
            MemoryType type,
            String summary,
            @Nullable HappenedAt happenedAt,
            Map<String, String> attributes,
            List<String> passageIds,
            List<String> categoryIds) {
        return new MemoryItem(
                id,
                version,
                type,
                summary,
                happenedAt,
                i.origin(),
                i.reinforcements(),
                i.reinforcedAt(),
                attributes,
                passageIds,
                categoryIds,
                i.createdAt(),
                i.updatedAt());
    }

    private static Resource resource(
            Resource r,
            String id,
            long version,
            String sourceKey,
            @Nullable String caption,
            Modality modality,
            @Nullable String blobKey,
            Map<String, String> attributes,
            Instant createdAt) {
        return new Resource(
                id,
                version,
                sourceKey,
                r.url(),
                modality,
                r.state(),
                caption,
                r.missing(),
                r.mediaType(),
                r.byteSize(),
                r.contentHash(),
                r.fingerprint(),
                blobKey,
                attributes,
                createdAt,
                r.updatedAt());
    }
}
