package io.memu4j.server.api.view;

import io.memu4j.model.MemoryItem;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement. */
public record ItemView(
        String id,
        long version,
        String type,
        String text,
        @Nullable String speaker,
        @Nullable PeriodView happenedAt,
        @Nullable OffsetDateTime saidAt,
        @Nullable MomentView validFrom,
        @Nullable MomentView validUntil,
        @Nullable ClosingView closing,
        @Nullable String fact,
        @Nullable Instant expiresAt,
        String origin,
        int reinforcements,
        Map<String, String> attributes,
        List<String> categoryIds,
        List<String> passageIds,
        Instant createdAt,
        Instant updatedAt) {
    /** The view of an item. */
    public static ItemView of(MemoryItem item) {
        return new ItemView(
                item.id(),
                item.version(),
                item.type().name(),
                item.summary(),
                item.speaker(),
                PeriodView.of(item.happenedAt()),
                item.saidAt(),
                MomentView.of(item.holds().from()),
                MomentView.of(item.holds().until()),
                ClosingView.of(item.closing()),
                item.fact(),
                item.expiresAt(),
                item.origin().name().toLowerCase(Locale.ROOT),
                item.reinforcements(),
                item.attributes(),
                item.categoryIds(),
                item.passageIds(),
                item.createdAt(),
                item.updatedAt());
    }
}
