package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.model.HappenedAt;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A span of local time that a question names. A passage said with an offset of its own is compared by the clock that its speaker saw; one
 * said in UTC, which mostly means that nobody knew the offset, by the clock of the question's zone.
 *
 * @param start first second, as if local time were UTC
 * @param end first second after it, likewise
 * @param zonedStart first second in the question's zone
 * @param zonedEnd first second after it, likewise
 */
record QuestionSpan(long start, long end, long zonedStart, long zonedEnd) {
    /** So long after it something is still told of. */
    private static final float TOLD_SECONDS = Duration.ofDays(21).toSeconds();
    /** What is said the day after is so much less near than what is said that day. */
    private static final float TOLD_LATER = 0.5f;

    static QuestionSpan of(HappenedAt when, ZoneId zone) {
        return new QuestionSpan(
                second(when.start(), ZoneOffset.UTC),
                second(when.end(), ZoneOffset.UTC),
                second(when.start(), zone),
                second(when.end(), zone));
    }

    /** 1 for what was said within, less and less for what was said up to three weeks after, 0 for the rest and the undated. */
    float nearness(UnitMetadata.OfPassage facts) {
        if (facts.saidAt() == UnitMetadata.OfPassage.UNDATED) {
            return 0;
        }
        boolean ownClock = facts.offset() != 0;
        long said = facts.saidAt() + facts.offset();
        if (said < (ownClock ? start : zonedStart)) {
            return 0;
        }
        long after = said - (ownClock ? end : zonedEnd);
        return after < 0 ? 1 : Math.max(0, TOLD_LATER * (1 - after / TOLD_SECONDS));
    }

    /** 1 where the two have a moment in common, 0 elsewhere. */
    float overlap(HappenedAt other) {
        return second(other.start(), ZoneOffset.UTC) < end && second(other.end(), ZoneOffset.UTC) > start ? 1 : 0;
    }

    private static long second(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toEpochSecond();
    }
}
