package io.memu4j.store.jpa.write;

import io.memu4j.spi.store.ApplyOutcome.Cause;
import java.util.EnumSet;
import java.util.Set;

/** Ends a write that must leave nothing behind, by rolling its transaction back. */
public final class StaleChangeSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Cause cause;

    private StaleChangeSetException(Cause cause) {
        super("Refused for a stale " + cause, null, false, false);
        this.cause = cause;
    }

    /** What is stale. */
    public Cause what() {
        return cause;
    }

    /** What is stale in a change set, collected so that the first in the order of the causes is named. */
    static final class Causes {
        private final Set<Cause> found = EnumSet.noneOf(Cause.class);

        void addIf(boolean stale, Cause cause) {
            if (stale) {
                found.add(cause);
            }
        }

        /** @throws StaleChangeSetException when there is one */
        void refuse() {
            found.stream().findFirst().ifPresent(cause -> {
                throw new StaleChangeSetException(cause);
            });
        }
    }
}
