package io.memu4j.server.api.view;

import io.memu4j.model.ItemEvent;
import java.util.List;

/** The history of a statement, oldest first. */
public record EventList(List<EventView> events) {
    /** The view of events. */
    public static EventList of(List<ItemEvent> events) {
        return new EventList(events.stream().map(EventView::of).toList());
    }
}
