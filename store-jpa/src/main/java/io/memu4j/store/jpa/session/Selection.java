package io.memu4j.store.jpa.session;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.query.SelectionQuery;

/** A query within one scope, whose results are compared with it: rows of another one are refused, not shown. */
public final class Selection<R> {
    private final SelectionQuery<R> query;
    private final ScopeGuard guard;

    public Selection(SelectionQuery<R> query, ScopeGuard guard) {
        this.query = query;
        this.guard = guard;
    }

    public Selection<R> set(String parameter, Object value) {
        query.setParameter(ScopeCondition.requireOther(parameter), value);
        return this;
    }

    public Selection<R> setAll(String parameter, Collection<?> values) {
        query.setParameterList(ScopeCondition.requireOther(parameter), values);
        return this;
    }

    public Selection<R> limit(int rows) {
        query.setMaxResults(rows);
        return this;
    }

    public List<R> list() {
        List<R> rows = query.getResultList();
        rows.forEach(row -> guard.compare(row));
        return rows;
    }

    public Optional<R> first() {
        return query.setMaxResults(1).getResultList().stream()
                .peek(row -> guard.compare(row))
                .findFirst();
    }

    /** To be closed. */
    public Stream<R> stream(int fetchSize) {
        return query.setFetchSize(fetchSize).getResultStream().peek(row -> guard.compare(row));
    }
}
