package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A range of the time at which something was said. A passage without a time is outside of every range with a bound.
 *
 * @param since the first moment within, or null for no bound
 * @param until the first moment after, or null for no bound
 */
public record SaidRange(@Nullable Instant since, @Nullable Instant until) {
    /** No bounds. */
    public static final SaidRange ANY = new SaidRange(null, null);

    /**
     * Checks the bounds.
     *
     * @param since the first moment, or null for no bound
     * @param until the last moment, or null for no bound
     * @throws InvalidInputException when the range is empty
     */
    public SaidRange {
        if (since != null && until != null && !since.isBefore(until)) {
            throw new InvalidInputException(
                    "The time range from " + since + " until " + until + " is empty. Expected an end after its start.");
        }
    }

    /** {@return whether the range has no bounds} */
    public boolean isAny() {
        return since == null && until == null;
    }
}
