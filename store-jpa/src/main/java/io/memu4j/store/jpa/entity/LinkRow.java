package io.memu4j.store.jpa.entity;

import io.memu4j.model.MemoryScope;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;

/** An item is linked to a category. */
@Entity
@Table(name = "memu_category_items")
@Immutable
@Filter(name = Scoped.FILTER)
public final class LinkRow implements Scoped {
    @EmbeddedId
    private LinkKey key;

    private long revision;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    LinkRow() {}

    /** That {@code itemId} is linked to {@code categoryId}. */
    public static LinkRow of(MemoryScope scope, String itemId, String categoryId, long revision) {
        LinkRow row = new LinkRow();
        row.key = new LinkKey(scope.userId(), scope.agentId(), categoryId, itemId);
        row.revision = revision;
        return row;
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
