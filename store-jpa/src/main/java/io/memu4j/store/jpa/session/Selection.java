package io.memu4j.store.jpa.session;

import io.memu4j.model.MemoryScope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.query.SelectionQuery;

/** A query within one scope, whose results are compared with it: rows of another one are refused, not shown. */
public final class Selection<R> {
    private final SelectionQuery<R> query;
    private final MemoryScope scope;

    public Selection(SelectionQuery<R> query, MemoryScope scope) {
        this.query = query;
        this.scope = scope;
    }

    public Selection<R> set(String parameter, Object value) {
        query.setParameter(parameter, value);
        return this;
    }

    public Selection<R> setAll(String parameter, Collection<?> values) {
        query.setParameterList(parameter, values);
        return this;
    }

    public Selection<R> limit(int rows) {
        query.setMaxResults(rows);
        return this;
    }

    public List<R> list() {
        List<R> rows = query.getResultList();
        rows.forEach(row -> ScopeGuard.compare(scope, row));
        return rows;
    }

    public Optional<R> first() {
        return query.setMaxResults(1).getResultList().stream()
                .peek(row -> ScopeGuard.compare(scope, row))
                .findFirst();
    }

    /** To be closed. */
    public Stream<R> stream(int fetchSize) {
        return query.setFetchSize(fetchSize).getResultStream().peek(row -> ScopeGuard.compare(scope, row));
    }
}
