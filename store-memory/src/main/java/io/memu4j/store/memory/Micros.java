package io.memu4j.store.memory;

import io.memu4j.model.Category;
import io.memu4j.model.Closing;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        Closing closing = i.closing();
        return i.toBuilder()
                .version(version)
                .reinforcedAt(i.reinforcedAt().truncatedTo(ChronoUnit.MICROS))
                .passageIds(passageIds.stream().distinct().toList())
                .categoryIds(categoryIds.stream().distinct().toList())
                .createdAt(i.createdAt().truncatedTo(ChronoUnit.MICROS))
                .updatedAt(i.updatedAt().truncatedTo(ChronoUnit.MICROS))
                .saidAt(i.saidAt() == null ? null : i.saidAt().truncatedTo(ChronoUnit.MICROS))
                .closing(closing == null ? null : stored(closing))
                .expiresAt(i.expiresAt() == null ? null : i.expiresAt().truncatedTo(ChronoUnit.MICROS))
                .build();
    }

    private static Closing stored(Closing c) {
        return new Closing(c.reason(), c.supersededBy(), c.at().truncatedTo(ChronoUnit.MICROS));
    }

    static ItemEvent stored(ItemEvent e) {
        return new ItemEvent(
                e.id(), e.itemId(), e.kind(), e.at().truncatedTo(ChronoUnit.MICROS), e.actor(), e.before(), e.reason());
    }

    /** The later of two times, either of which may be unknown. */
    static @Nullable OffsetDateTime later(@Nullable OffsetDateTime one, @Nullable OffsetDateTime other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isAfter(one) ? other : one;
    }
}
