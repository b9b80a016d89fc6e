package io.memu4j.store.jpa.session;

import java.util.Collection;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** A bulk update or deletion within one scope. */
public final class BulkChange {
    private final MutationQuery query;

    BulkChange(MutationQuery query) {
        this.query = query;
    }

    public BulkChange set(String parameter, @Nullable String value) {
        query.setParameter(ScopeCondition.requireOther(parameter), value, String.class);
        return this;
    }

    public BulkChange set(String parameter, long value) {
        query.setParameter(ScopeCondition.requireOther(parameter), value);
        return this;
    }

    public BulkChange setAll(String parameter, Collection<?> values) {
        query.setParameterList(ScopeCondition.requireOther(parameter), values);
        return this;
    }

    /** Returns how many rows it changed or deleted. */
    public int execute() {
        return query.executeUpdate();
    }
}
