package io.memu4j.store.jpa.entity;

import io.memu4j.model.MemoryScope;
import io.memu4j.model.Passage;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A passage; written once, never changed. */
@Entity
@Table(name = "memu_passages")
@Immutable
@Filter(name = Scoped.FILTER)
public final class PassageRow implements Scoped {
    @EmbeddedId
    private RowKey key;

    private long revision;

    @Column(name = "resource_id")
    private String resourceId;

    private int position;

    private int part;

    private @Nullable String speaker;

    private @Nullable String role;

    @Column(name = "said_at")
    private @Nullable Long saidAt;

    @Column(name = "said_offset")
    private @Nullable Integer saidOffset;

    private String text;

    @Column(name = "created_at")
    private long createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    PassageRow() {}

    /** The row of a passage. */
    public static PassageRow of(MemoryScope scope, Passage passage, long revision) {
        PassageRow row = new PassageRow();
        row.key = new RowKey(scope.userId(), scope.agentId(), passage.id());
        row.revision = revision;
        row.resourceId = passage.resourceId();
        row.position = passage.index();
        row.part = passage.part();
        row.speaker = passage.speaker();
        row.role = passage.role();
        OffsetDateTime said = passage.saidAt();
        if (said != null) {
            row.saidAt = Micros.of(said.toInstant());
            row.saidOffset = said.getOffset().getTotalSeconds();
        }
        row.text = passage.text();
        row.createdAt = Micros.of(passage.createdAt());
        return row;
    }

    /** The passage of the row. */
    public Passage toPassage() {
        return Passage.builder(key.id(), resourceId, position, text, Micros.instant(createdAt))
                .part(part)
                .speaker(speaker)
                .role(role)
                .saidAt(saidAt == null ? null : Micros.offset(saidAt, saidOffset == null ? 0 : saidOffset))
                .build();
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
