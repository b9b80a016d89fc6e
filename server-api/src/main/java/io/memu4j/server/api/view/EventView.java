package io.memu4j.server.api.view;

import io.memu4j.model.ItemEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One entry in the history of a statement. */
public record EventView(String event, Instant at, String actor, @Nullable String before, @Nullable String reason) {
    /** The view of an event. */
    public static EventView of(ItemEvent event) {
        return new EventView(event.kind().key(), event.at(), event.actor(), event.before(), event.reason());
    }
}
