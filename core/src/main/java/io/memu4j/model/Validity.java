package io.memu4j.model;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When a statement holds, in local time.
 *
 * @param from when it began to hold, or null when that is not known
 * @param until when it ended to hold, or null when it still holds or that is not known
 */
public record Validity(@Nullable TimeBound from, @Nullable TimeBound until) {
    /** Not bounded at either end. */
    public static final Validity OPEN = new Validity(null, null);

    /** Returns a copy with another beginning. */
    public Validity withFrom(@Nullable TimeBound bound) {
        return new Validity(bound, until);
    }

    /** Returns a copy with another end. */
    public Validity withUntil(@Nullable TimeBound bound) {
        return new Validity(from, bound);
    }

    /** Returns whether the statement may hold at a time. A bound that is not known excludes nothing. */
    public boolean includes(LocalDateTime time) {
        return (from == null || !time.isBefore(from.at())) && (until == null || time.isBefore(until.at()));
    }
}
