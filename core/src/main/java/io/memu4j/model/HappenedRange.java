package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A range of local days on which something happened. A time span is within when it has a moment in the range. An item without a time is
 * outside of every range with a bound.
 *
 * @param from the first day, or null for no bound
 * @param until the first day after, or null for no bound
 */
public record HappenedRange(@Nullable LocalDate from, @Nullable LocalDate until) {
    /** No bounds. */
    public static final HappenedRange ANY = new HappenedRange(null, null);

    /**
     * Checks the bounds.
     *
     * @param from the first day, or null for no bound
     * @param until the last day, or null for no bound
     * @throws InvalidInputException when the range is empty
     */
    public HappenedRange {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new InvalidInputException(
                    "The time range from " + from + " until " + until + " is empty. Expected an end after its start.");
        }
    }

    /** {@return whether the range has no bounds} */
    public boolean isAny() {
        return from == null && until == null;
    }

    /**
     * {@return whether {@code when} has a moment in this range} Null, no time, is only within a range without bounds.
     *
     * @param when the time to look for, or null
     */
    public boolean has(@Nullable HappenedAt when) {
        if (when == null) {
            return isAny();
        }
        return (from == null || when.end().isAfter(from.atStartOfDay()))
                && (until == null || when.start().isBefore(until.atStartOfDay()));
    }
}
