package io.memu4j.store.jpa.entity;

import io.memu4j.model.Closing;
import io.memu4j.model.Cursor;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.TimeBound;
import io.memu4j.model.Validity;
import io.memu4j.spi.store.ItemKey;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;

/** An item without its citations and links. */
@Entity
@Table(name = "memu_items")
@Filter(name = Scoped.FILTER)
public final class ItemRow implements Scoped, Listed {
    @EmbeddedId
    private RowKey key;

    private long revision;

    @Version
    private long version;

    private String type;

    private String summary;

    @Column(name = "text_hash")
    private String textHash;

    @Column(name = "happened_start")
    private @Nullable Long happenedStart;

    @Column(name = "happened_end")
    private @Nullable Long happenedEnd;

    @Column(name = "happened_precision")
    private @Nullable String happenedPrecision;

    private String origin;

    private int reinforcements;

    @Column(name = "reinforced_at")
    private long reinforcedAt;

    private @Nullable String attributes;

    @Column(name = "created_at", updatable = false)
    private long createdAt;

    @Column(name = "updated_at")
    private long updatedAt;

    @Column(name = "said_at")
    private @Nullable Long saidAt;

    @Column(name = "said_offset")
    private @Nullable Integer saidOffset;

    @Column(name = "valid_from")
    private @Nullable Long validFrom;

    @Column(name = "valid_from_precision")
    private @Nullable String validFromPrecision;

    @Column(name = "valid_until")
    private @Nullable Long validUntil;

    @Column(name = "valid_until_precision")
    private @Nullable String validUntilPrecision;

    @Column(name = "closed_at")
    private @Nullable Long closedAt;

    @Column(name = "closed_reason")
    private @Nullable String closedReason;

    @Column(name = "superseded_by")
    private @Nullable String supersededBy;

    private @Nullable String fact;

    private @Nullable String speaker;

    @Column(name = "expires_at")
    private @Nullable Long expiresAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    ItemRow() {}

    /** The row of an item: of version 1 for a new one, else of the version it was made from, which the update raises. */
    public static ItemRow of(MemoryScope scope, MemoryItem item, long revision) {
        ItemRow row = new ItemRow();
        row.key = new RowKey(scope.userId(), scope.agentId(), item.id());
        row.revision = revision;
        row.version = Math.max(1, item.version());
        row.type = item.type().name();
        row.summary = item.summary();
        row.textHash = ItemKey.of(item).textHash();
        HappenedAt happened = item.happenedAt();
        if (happened != null) {
            row.happenedStart = Micros.ofLocal(happened.start());
            row.happenedEnd = Micros.ofLocal(happened.end());
            row.happenedPrecision = happened.precision().key();
        }
        row.origin = item.origin().name().toLowerCase(Locale.ROOT);
        row.reinforcements = item.reinforcements();
        row.reinforcedAt = Micros.of(item.reinforcedAt());
        row.attributes = Attributes.json(item.attributes());
        row.createdAt = Micros.of(item.createdAt());
        row.updatedAt = Micros.of(item.updatedAt());
        row.said(item.saidAt());
        row.holds(item.holds());
        Closing closing = item.closing();
        if (closing != null) {
            row.closedAt = Micros.of(closing.at());
            row.closedReason = closing.reason();
            row.supersededBy = closing.supersededBy();
        }
        row.fact = item.fact();
        row.speaker = item.speaker();
        row.expiresAt = item.expiresAt() == null ? null : Micros.of(item.expiresAt());
        return row;
    }

    /** The item of the row, with what it cites and is linked to. */
    public MemoryItem toItem(List<String> passageIds, List<String> categoryIds) {
        return MemoryItem.builder(key.id(), new MemoryType(type), summary, Micros.instant(createdAt))
                .version(version)
                .happenedAt(happenedAt())
                .origin(MemoryItem.Origin.valueOf(origin.toUpperCase(Locale.ROOT)))
                .reinforcements(reinforcements)
                .reinforcedAt(Micros.instant(reinforcedAt))
                .attributes(Attributes.map(attributes))
                .passageIds(passageIds)
                .categoryIds(categoryIds)
                .updatedAt(Micros.instant(updatedAt))
                .saidAt(saidAt == null ? null : Micros.offset(saidAt, saidOffset == null ? 0 : saidOffset))
                .holds(new Validity(bound(validFrom, validFromPrecision), bound(validUntil, validUntilPrecision)))
                .closing(closing())
                .fact(fact)
                .speaker(speaker)
                .expiresAt(expiresAt == null ? null : Micros.instant(expiresAt))
                .build();
    }

    /** Stated again: counts it, remembers the later times. The update raises the version. */
    public void reinforce(MemoryItem again, long newRevision) {
        reinforcements += again.reinforcements();
        reinforcedAt = Math.max(reinforcedAt, Micros.of(again.reinforcedAt()));
        OffsetDateTime said = again.saidAt();
        if (said != null && (saidAt == null || saidAt < Micros.of(said.toInstant()))) {
            said(said);
        }
        revision = newRevision;
    }

    private void said(@Nullable OffsetDateTime time) {
        saidAt = time == null ? null : Micros.of(time.toInstant());
        saidOffset = time == null ? null : time.getOffset().getTotalSeconds();
    }

    private void holds(Validity holds) {
        TimeBound from = holds.from();
        TimeBound until = holds.until();
        validFrom = from == null ? null : Micros.ofLocal(from.at());
        validFromPrecision = from == null ? null : from.precision().key();
        validUntil = until == null ? null : Micros.ofLocal(until.at());
        validUntilPrecision = until == null ? null : until.precision().key();
    }

    private static @Nullable TimeBound bound(@Nullable Long at, @Nullable String precision) {
        return at == null || precision == null
                ? null
                : new TimeBound(Micros.local(at), HappenedAt.Precision.valueOf(precision.toUpperCase(Locale.ROOT)));
    }

    private @Nullable Closing closing() {
        return closedAt == null || closedReason == null
                ? null
                : new Closing(closedReason, supersededBy, Micros.instant(closedAt));
    }

    /** The item's id. */
    public String id() {
        return key.id();
    }

    private @Nullable HappenedAt happenedAt() {
        if (happenedStart == null || happenedEnd == null || happenedPrecision == null) {
            return null;
        }
        return new HappenedAt(
                Micros.local(happenedStart),
                Micros.local(happenedEnd),
                HappenedAt.Precision.valueOf(happenedPrecision.toUpperCase(Locale.ROOT)));
    }

    @Override
    public Cursor place() {
        return new Cursor(createdAt, key.id());
    }

    @Override
    public Map<String, String> attributes() {
        return Attributes.map(attributes);
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
