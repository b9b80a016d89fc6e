package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.model.HappenedAt;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A span of local time that a question names. A passage with an offset other than UTC is compared by the local time of its speaker. A
 * passage in UTC, which mostly means that the offset was unknown, is compared in the zone of the question.
 *
 * @param start first second, as if local time were UTC
 * @param end first second after it, likewise
 * @param zonedStart first second in the question's zone
 * @param zonedEnd first second after it, likewise
 */
record QuestionSpan(long start, long end, long zonedStart, long zonedEnd) {
    /** Period after an event in which people still tell of it, in seconds. */
    private static final float TOLD_SECONDS = Duration.ofDays(21).toSeconds();
    /** Nearness of a passage right after the span. */
    private static final float TOLD_LATER = 0.5f;

    static QuestionSpan of(HappenedAt when, ZoneId zone) {
        return new QuestionSpan(
                second(when.start(), ZoneOffset.UTC),
                second(when.end(), ZoneOffset.UTC),
                second(when.start(), zone),
                second(when.end(), zone));
    }

    /** Returns 1 for a passage within the span, a value that falls from 0.5 to 0 over the three weeks after it, and 0 for others. */
    float nearness(UnitMetadata.OfPassage passage) {
        if (passage.saidAt() == UnitMetadata.OfPassage.UNDATED) {
            return 0;
        }
        boolean ownClock = passage.offset() != 0;
        long said = passage.saidAt() + passage.offset();
        if (said < (ownClock ? start : zonedStart)) {
            return 0;
        }
        long after = said - (ownClock ? end : zonedEnd);
        return after < 0 ? 1 : Math.max(0, TOLD_LATER * (1 - after / TOLD_SECONDS));
    }

    /** Returns 1 when the two spans overlap, otherwise 0. */
    float overlap(HappenedAt other) {
        return second(other.start(), ZoneOffset.UTC) < end && second(other.end(), ZoneOffset.UTC) > start ? 1 : 0;
    }

    private static long second(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toEpochSecond();
    }
}
