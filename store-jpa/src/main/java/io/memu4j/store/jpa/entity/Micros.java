package io.memu4j.store.jpa.entity;

import io.memu4j.internal.value.EpochMicros;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as they are stored: microseconds since 1970-01-01T00:00Z; what is finer is cut off. */
public final class Micros {
    private Micros() {}

    /** The stored form of a moment. */
    public static long of(Instant time) {
        return EpochMicros.of(time);
    }

    /** The moment of a stored form. */
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    static long ofLocal(LocalDateTime time) {
        return of(time.toInstant(ZoneOffset.UTC));
    }

    static LocalDateTime local(long micros) {
        return LocalDateTime.ofInstant(instant(micros), ZoneOffset.UTC);
    }

    static OffsetDateTime offset(long micros, int offsetSeconds) {
        return instant(micros).atOffset(ZoneOffset.ofTotalSeconds(offsetSeconds));
    }
}
