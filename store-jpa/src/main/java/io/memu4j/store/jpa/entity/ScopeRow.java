package io.memu4j.store.jpa.entity;

import io.memu4j.model.MemoryScope;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
import org.jspecify.annotations.Nullable;

/** What is known of a scope as a whole. */
@Entity
@Table(name = "memu_scopes")
@FilterDef(
        name = Scoped.FILTER,
        autoEnabled = true,
        applyToLoadByKey = true,
        defaultCondition = Scoped.CONDITION,
        parameters = {
            @ParamDef(name = Scoped.USER, type = String.class, resolver = Unbound.class),
            @ParamDef(name = Scoped.AGENT, type = String.class, resolver = Unbound.class)
        })
@Filter(name = Scoped.FILTER)
public final class ScopeRow implements Scoped {
    @EmbeddedId
    private ScopeKey key;

    private long revision;

    @Column(updatable = false)
    private String incarnation;

    @Column(name = "last_delete_revision")
    private long lastDeleteRevision;

    @Column(name = "active_space")
    private @Nullable String activeSpace;

    @Column(name = "created_at", updatable = false)
    private long createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ScopeRow() {}

    /** A scope that is written for the first time. */
    public static ScopeRow created(MemoryScope scope, String incarnation, Instant now, boolean deletes) {
        ScopeRow row = new ScopeRow();
        row.key = new ScopeKey(scope.userId(), scope.agentId());
        row.revision = 1;
        row.incarnation = incarnation;
        row.lastDeleteRevision = deletes ? 1 : 0;
        row.createdAt = Micros.of(now);
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
