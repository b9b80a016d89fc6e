package io.memu4j.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a statement does not hold any more. The statement stays, proves what it proved, and can be reopened.
 *
 * @param reason the rule that closed it, or who did, at most {@link #MAX_REASON} UTF-16 units; never memory text
 * @param supersededBy the id of the item that states what holds instead, or null when it only ended
 * @param at when this was noticed. Stores keep microseconds
 */
public record Closing(String reason, @Nullable String supersededBy, Instant at) {
    /** The longest reason, in UTF-16 units. */
    public static final int MAX_REASON = 255;

    /**
     * Checks the reason.
     *
     * @param reason why it does not hold any more, 1 to 255 UTF-16 units
     * @param supersededBy the id of the item that took its place, or null
     * @param at when it was closed
     * @throws IllegalArgumentException when it is blank or too long
     */
    public Closing {
        if (reason.isBlank() || reason.length() > MAX_REASON) {
            throw new IllegalArgumentException("The reason of a closing has " + reason.length()
                    + " characters. Expected 1 to " + MAX_REASON + ", not blank.");
        }
    }
}
