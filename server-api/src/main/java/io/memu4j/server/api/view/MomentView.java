package io.memu4j.server.api.view;

import io.memu4j.model.TimeBound;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A moment of local time, and how precisely it is known. */
public record MomentView(LocalDateTime at, String precision) {
    static @Nullable MomentView of(@Nullable TimeBound bound) {
        return bound == null
                ? null
                : new MomentView(bound.at(), bound.precision().key());
    }
}
