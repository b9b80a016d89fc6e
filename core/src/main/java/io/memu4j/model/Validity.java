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

    /**
     * {@return a copy with another beginning}
     *
     * @param bound the new end, or null for open
     */
    public Validity withFrom(@Nullable TimeBound bound) {
        return new Validity(bound, until);
    }

    /**
     * {@return a copy with another end}
     *
     * @param bound the new end, or null for open
     */
    public Validity withUntil(@Nullable TimeBound bound) {
        return new Validity(from, bound);
    }

    /**
     * {@return whether the statement may hold at a time} A bound that is not known excludes nothing.
     *
     * @param time a local time
     */
    public boolean includes(LocalDateTime time) {
        return (from == null || !time.isBefore(from.at())) && (until == null || time.isBefore(until.at()));
    }
}
