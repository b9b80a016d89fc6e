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
        return r.toBuilder()
                .version(version)
                .createdAt(r.createdAt().truncatedTo(ChronoUnit.MICROS))
                .updatedAt(r.updatedAt().truncatedTo(ChronoUnit.MICROS))
                .build();
    }

    static Passage stored(Passage p) {
        return p.toBuilder()
                .saidAt(p.saidAt() == null ? null : p.saidAt().truncatedTo(ChronoUnit.MICROS))
                .createdAt(p.createdAt().truncatedTo(ChronoUnit.MICROS))
                .build();
    }

    static Category stored(Category c, long version) {
        return c.toBuilder()
                .version(version)
                .createdAt(c.createdAt().truncatedTo(ChronoUnit.MICROS))
                .updatedAt(c.updatedAt().truncatedTo(ChronoUnit.MICROS))
                .build();
    }

    static MemoryItem stored(MemoryItem i, long version, List<String> passageIds, List<String> categoryIds) {
        return i.toBuilder()
                .version(version)
                .reinforcedAt(i.reinforcedAt().truncatedTo(ChronoUnit.MICROS))
                .passageIds(passageIds.stream().distinct().toList())
                .categoryIds(categoryIds.stream().distinct().toList())
                .createdAt(i.createdAt().truncatedTo(ChronoUnit.MICROS))
                .updatedAt(i.updatedAt().truncatedTo(ChronoUnit.MICROS))
                .build();
    }
}
