package io.memu4j.store.memory;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Values as stored: with their version, and times to the microsecond, as in the databases. */
final class Micros {
    private Micros() {}

    static Resource stored(Resource r, long version) {
        return new Resource(
                r.id(),
                version,
                r.sourceKey(),
                r.url(),
                r.modality(),
                r.state(),
                r.caption(),
                r.missing(),
                r.mediaType(),
                r.byteSize(),
                r.contentHash(),
                r.fingerprint(),
                r.blobKey(),
                r.attributes(),
                r.createdAt().truncatedTo(ChronoUnit.MICROS),
                r.updatedAt().truncatedTo(ChronoUnit.MICROS));
    }

    static Passage stored(Passage p) {
        return new Passage(
                p.id(),
                p.resourceId(),
                p.index(),
                p.part(),
                p.speaker(),
                p.role(),
                p.saidAt() == null ? null : p.saidAt().truncatedTo(ChronoUnit.MICROS),
                p.text(),
                p.createdAt().truncatedTo(ChronoUnit.MICROS));
    }

    static Category stored(Category c, long version) {
        return new Category(
                c.id(),
                version,
                c.name(),
                c.description(),
                c.summary(),
                c.createdAt().truncatedTo(ChronoUnit.MICROS),
                c.updatedAt().truncatedTo(ChronoUnit.MICROS));
    }

    static MemoryItem stored(MemoryItem i, long version, List<String> passageIds, List<String> categoryIds) {
        return new MemoryItem(
                i.id(),
                version,
                i.type(),
                i.summary(),
                i.happenedAt(),
                i.origin(),
                i.reinforcements(),
                i.reinforcedAt().truncatedTo(ChronoUnit.MICROS),
                i.attributes(),
                passageIds.stream().distinct().toList(),
                categoryIds.stream().distinct().toList(),
                i.createdAt().truncatedTo(ChronoUnit.MICROS),
                i.updatedAt().truncatedTo(ChronoUnit.MICROS));
    }
}
