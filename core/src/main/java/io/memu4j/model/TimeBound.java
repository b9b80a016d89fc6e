package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
import io.memu4j.model.HappenedAt.Precision;
import java.time.LocalDateTime;

/**
 * A moment at which something began or ended to hold, as precisely as it is known, in local time.
 *
 * @param at the first moment of the span in which it lies
 * @param precision the length of that span
 */
public record TimeBound(LocalDateTime at, Precision precision) {
    private static final int MOST_YEARS = 99_999;

    /**
     * Checks the moment.
     *
     * @param at the first moment of the span
     * @param precision the length of the span
     * @throws InvalidInputException when it lies beyond 99,999 years from the year 0
     */
    public TimeBound {
        if (Math.abs(at.getYear()) > MOST_YEARS) {
            throw new InvalidInputException("A time lies beyond the years that can be stored. Expected years from "
                    + -MOST_YEARS + " to " + MOST_YEARS + ".");
        }
    }

    /**
     * {@return the beginning of a span of time}
     *
     * @param span a span of time
     */
    public static TimeBound startOf(HappenedAt span) {
        return new TimeBound(span.start(), span.precision());
    }
}
