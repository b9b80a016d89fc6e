package io.memu4j.store.jpa.entity;

import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.PendingDeletion;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;

/** A blob to delete. */
@Entity
@Table(name = "memu_pending_deletions")
@Immutable
@Filter(name = Scoped.FILTER)
public final class PendingDeletionRow implements Scoped {
    @EmbeddedId
    private RowKey key;

    @Column(name = "blob_key")
    private String blobKey;

    @Column(name = "created_at")
    private long createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    PendingDeletionRow() {}

    /** That the blob of that key is to be deleted. */
    public static PendingDeletionRow of(MemoryScope scope, String id, String blobKey, Instant now) {
        PendingDeletionRow row = new PendingDeletionRow();
        row.key = new RowKey(scope.userId(), scope.agentId(), id);
        row.blobKey = blobKey;
        row.createdAt = Micros.of(now);
        return row;
    }

    /** The entry of the row. */
    public PendingDeletion toPendingDeletion() {
        return new PendingDeletion(key.id(), blobKey);
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
