package io.memu4j.internal.transfer.format;

import com.fasterxml.jackson.core.JsonGenerator;
import io.memu4j.model.Closing;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.TimeBound;
import io.memu4j.model.Validity;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes and reads when an item was said, when it holds, and its history. Version 1 of the format has none of these fields. */
final class ItemTruth {
    private static final int LONGEST_NAME = 16;

    private ItemTruth() {}

    static void write(JsonGenerator to, MemoryItem item, List<ItemEvent> history) throws IOException {
        if (item.saidAt() != null) {
            to.writeStringField("said_at", item.saidAt().toString());
        }
        bound(to, "valid_from", item.holds().from());
        bound(to, "valid_until", item.holds().until());
        Closing closing = item.closing();
        if (closing != null) {
            to.writeObjectFieldStart("closing");
            to.writeStringField("reason", closing.reason());
            to.writeStringField("superseded_by", closing.supersededBy());
            to.writeStringField("at", closing.at().toString());
            to.writeEndObject();
        }
        if (item.fact() != null) {
            to.writeStringField("fact", item.fact());
        }
        if (item.speaker() != null) {
            to.writeStringField("speaker", item.speaker());
        }
        if (item.expiresAt() != null) {
            to.writeStringField("expires_at", item.expiresAt().toString());
        }
        to.writeArrayFieldStart("history");
        for (ItemEvent event : history) {
            write(to, event);
        }
        to.writeEndArray();
    }

    private static void bound(JsonGenerator to, String name, @Nullable TimeBound bound) throws IOException {
        if (bound != null) {
            to.writeObjectFieldStart(name);
            to.writeStringField("at", bound.at().toString());
            to.writeStringField("precision", bound.precision().key());
            to.writeEndObject();
        }
    }

    private static void write(JsonGenerator to, ItemEvent event) throws IOException {
        to.writeStartObject();
        to.writeStringField("id", event.id());
        to.writeStringField("event", event.kind().key());
        to.writeStringField("at", event.at().toString());
        to.writeStringField("actor", event.actor());
        to.writeStringField("before", event.before());
        to.writeStringField("reason", event.reason());
        to.writeEndObject();
    }

    static MemoryItem.Builder read(Fields of, MemoryItem.Builder item) {
        Fields closing = of.object("closing");
        return item.saidAt(of.optionalTime("said_at"))
                .holds(new Validity(bound(of.object("valid_from")), bound(of.object("valid_until"))))
                .closing(
                        closing == null
                                ? null
                                : new Closing(
                                        closing.notBlank("reason", Closing.MAX_REASON),
                                        closing.has("superseded_by") ? closing.id("superseded_by") : null,
                                        closing.instant("at")))
                .fact(of.optional("fact", 64))
                .speaker(of.optional("speaker", Integer.MAX_VALUE))
                .expiresAt(of.has("expires_at") ? of.instant("expires_at") : null);
    }

    static List<ItemEvent> history(Fields of) {
        String itemId = of.id("id");
        return of.objects("history").stream()
                .map(event -> new ItemEvent(
                        event.id("id"),
                        itemId,
                        ItemEvent.Kind.valueOf(event.text("event", LONGEST_NAME).toUpperCase(Locale.ROOT)),
                        event.instant("at"),
                        event.notEmpty("actor", Integer.MAX_VALUE),
                        event.optional("before", MemoryItem.MAX_LENGTH),
                        event.optional("reason", Closing.MAX_REASON)))
                .toList();
    }

    private static @Nullable TimeBound bound(@Nullable Fields bound) {
        return bound == null
                ? null
                : new TimeBound(
                        LocalDateTime.parse(bound.text("at", 40)),
                        HappenedAt.Precision.valueOf(
                                bound.text("precision", LONGEST_NAME).toUpperCase(Locale.ROOT)));
    }
}
