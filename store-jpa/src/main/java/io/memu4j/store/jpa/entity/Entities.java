package io.memu4j.store.jpa.entity;

import java.util.List;

/** All entities. */
public final class Entities {
    /** Every class Hibernate has to know; what refers to another comes before it, so that rows can be deleted in this order. */
    public static final List<Class<?>> ALL = List.of(
            EmbeddingRow.class,
            CitationRow.class,
            LinkRow.class,
            ItemRow.class,
            PassageRow.class,
            CategoryRow.class,
            ResourceRow.class,
            ItemEventRow.class,
            PendingDeletionRow.class,
            ScopeRow.class);

    private Entities() {}
}
