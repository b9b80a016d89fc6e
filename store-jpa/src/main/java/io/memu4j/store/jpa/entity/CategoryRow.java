package io.memu4j.store.jpa.entity;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryScope;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.Filter;

/** A category. */
@Entity
@Table(name = "memu_categories")
@Filter(name = Scoped.FILTER)
public final class CategoryRow implements Scoped {
    @EmbeddedId
    private RowKey key;

    private long revision;

    @Version
    private long version;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    private String description;

    private String summary;

    @Column(name = "created_at", updatable = false)
    private long createdAt;

    @Column(name = "updated_at")
    private long updatedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    CategoryRow() {}

    /** The row of a category: of version 1 for a new one, else of the version it was made from, which the update raises. */
    public static CategoryRow of(MemoryScope scope, Category category, long revision) {
        CategoryRow row = new CategoryRow();
        row.key = new RowKey(scope.userId(), scope.agentId(), category.id());
        row.revision = revision;
        row.version = Math.max(1, category.version());
        row.name = category.name();
        row.nameKey = category.nameKey();
        row.description = category.description();
        row.summary = category.summary();
        row.createdAt = Micros.of(category.createdAt());
        row.updatedAt = Micros.of(category.updatedAt());
        return row;
    }

    /** The category of the row. */
    public Category toCategory() {
        return Category.builder(key.id(), name, Micros.instant(createdAt))
                .version(version)
                .description(description)
                .summary(summary)
                .updatedAt(Micros.instant(updatedAt))
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
