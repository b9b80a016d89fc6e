package io.memu4j.internal.ingest;

import io.memu4j.internal.value.IdSource;
import io.memu4j.model.Passage;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the passages of a resource when its source is read again.
 *
 * @param kept stored passages that stay, with their ids and vectors
 * @param deleted ids of stored passages that go
 * @param fresh new passages, after the kept ones
 */
public record PassagePlan(List<Passage> kept, List<String> deleted, List<Passage> fresh) {
    public PassagePlan {
        kept = List.copyOf(kept);
        deleted = List.copyOf(deleted);
        fresh = List.copyOf(fresh);
    }

    /**
     * The common prefix stays, the rest is replaced.
     *
     * @param stored all passages of the resource by index and part; empty for a new one
     * @param segments the whole source
     */
    public static PassagePlan replace(
            String resourceId, List<Passage> stored, List<Segment> segments, IdSource ids, Clock clock) {
        int same = 0;
        while (same < stored.size() && same < segments.size() && isSame(stored.get(same), segments.get(same))) {
            same++;
        }
        List<String> gone = stored.stream().skip(same).map(Passage::id).toList();
        List<Passage> fresh = passages(resourceId, segments.subList(same, segments.size()), 0, ids, clock);
        return new PassagePlan(stored.subList(0, same), gone, fresh);
    }

    /**
     * Nothing goes, the segments are numbered on.
     *
     * @param firstIndex the number of the first new message: how many the conversation has so far
     * @param segments the new messages, counted from 0
     * @return with {@code kept} empty: the stored passages stay without being read
     */
    public static PassagePlan append(
            String resourceId, int firstIndex, List<Segment> segments, IdSource ids, Clock clock) {
        return new PassagePlan(List.of(), List.of(), passages(resourceId, segments, firstIndex, ids, clock));
    }

    private static List<Passage> passages(
            String resourceId, List<Segment> segments, int offset, IdSource ids, Clock clock) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Passage> passages = new ArrayList<>(segments.size());
        for (Segment segment : segments) {
            passages.add(Passage.builder(ids.next(), resourceId, segment.index() + offset, segment.text(), now)
                    .part(segment.part())
                    .speaker(segment.speaker())
                    .role(segment.role())
                    .saidAt(micros(segment.saidAt()))
                    .build());
        }
        return passages;
    }

    private static boolean isSame(Passage passage, Segment segment) {
        return passage.index() == segment.index()
                && passage.part() == segment.part()
                && Objects.equals(passage.speaker(), segment.speaker())
                && Objects.equals(passage.role(), segment.role())
                && Objects.equals(passage.saidAt(), micros(segment.saidAt()))
                && passage.text().equals(segment.text());
    }

    /** Stores keep no more of a time. */
    private static @Nullable OffsetDateTime micros(@Nullable OffsetDateTime time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }
}
