package io.memu4j.store.jpa.entity;

import io.memu4j.model.ItemEvent;
import io.memu4j.model.MemoryScope;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Locale;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;

/** An entry in the history of an item. It outlives the item, so it refers to it by its id alone. */
@Entity
@Table(name = "memu_item_history")
@Filter(name = Scoped.FILTER)
public final class ItemEventRow implements Scoped {
    @EmbeddedId
    private RowKey key;

    private long revision;

    @Column(name = "item_id")
    private String itemId;

    private String kind;

    @Column(name = "recorded_at")
    private long recordedAt;

    private String actor;

    @Column(name = "before_text")
    private @Nullable String beforeText;

    private @Nullable String reason;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ItemEventRow() {}

    /** The row of an event. */
    public static ItemEventRow of(MemoryScope scope, ItemEvent event, long revision) {
        ItemEventRow row = new ItemEventRow();
        row.key = new RowKey(scope.userId(), scope.agentId(), event.id());
        row.revision = revision;
        row.itemId = event.itemId();
        row.kind = event.kind().key();
        row.recordedAt = Micros.of(event.at());
        row.actor = event.actor();
        row.beforeText = event.before();
        row.reason = event.reason();
        return row;
    }

    /** The event of the row. */
    public ItemEvent toEvent() {
        return new ItemEvent(
                key.id(),
                itemId,
                ItemEvent.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                Micros.instant(recordedAt),
                actor,
                beforeText,
                reason);
    }

    @Override
    public String userId() {
        return key.userId();
    }

    @Override
    public String agentId() {
        return key.agentId();
    }
}
