package io.memu4j.store.jpa.entity;

import io.memu4j.model.MemoryScope;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;

/** An item cites a passage. */
@Entity
@Table(name = "memu_item_passages")
@Immutable
@Filter(name = Scoped.FILTER)
public final class CitationRow implements Scoped {
    @EmbeddedId
    private CitationKey key;

    private long revision;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    CitationRow() {}

    /** That {@code itemId} cites {@code passageId}. */
    public static CitationRow of(MemoryScope scope, String itemId, String passageId, long revision) {
        CitationRow row = new CitationRow();
        row.key = new CitationKey(scope.userId(), scope.agentId(), itemId, passageId);
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
