package io.memu4j.store.jpa.write;

import io.memu4j.internal.value.IdSource;
import java.time.Clock;
import java.time.Instant;

/** Where a store takes the ids and times of rows that it makes by itself. Thread-safe. */
public record Stamps(IdSource ids, Clock clock) {
    String nextId() {
        return ids.next();
    }

    Instant now() {
        return clock.instant();
    }
}
