package io.memu4j.store.jpa.session;

import io.memu4j.error.IsolationException;
import io.memu4j.model.MemoryScope;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.query.CommonQueryContract;
import org.hibernate.query.spi.SqmQuery;

/**
 * What a session bound to one scope can be asked: HQL queries, bulk updates and deletions, inserts and updates of entities. There is no
 * native SQL, no filter and no load by key here. Every statement confines each row that it names with {@code own(row)}, and is refused where
 * it does not; every entity that comes out is compared with the scope. One thread, one transaction.
 */
public final class BoundSession {
    private final StatelessSession session;
    private final ScopeGuard guard;
    private final Layers layers;

    public BoundSession(StatelessSession session, ScopeGuard guard, Layers layers) {
        this.session = session;
        this.guard = guard;
        this.layers = layers;
    }

    public MemoryScope scope() {
        return guard.scope();
    }

    /**
     * A query.
     *
     * @throws IsolationException when the statement is not confined to the scope
     */
    public <R> Selection<R> select(String hql, Class<R> result) {
        var query = session.createSelectionQuery(expanded(hql), result);
        confine(query, hql);
        return new Selection<>(query, guard);
    }

    /**
     * A bulk update or deletion. An insert would write any scope it names.
     *
     * @throws IsolationException when the statement is not confined to the scope
     */
    public BulkChange change(String hql) {
        var query = session.createMutationQuery(expanded(hql));
        confine(query, hql);
        return new BulkChange(query);
    }

    public void insert(Object row) {
        session.insert(row);
    }

    public void insertAll(List<?> rows) {
        if (!rows.isEmpty()) {
            session.insertMultiple(rows);
        }
    }

    /** Raises the version of each; a row that is not there at the version named is a StaleObjectStateException. */
    public void updateAll(List<?> rows) {
        if (!rows.isEmpty()) {
            session.updateMultiple(rows);
        }
    }

    private String expanded(String hql) {
        return ScopeCondition.expand(hql, layers.conditions());
    }

    private void confine(CommonQueryContract query, String hql) {
        if (layers.conditions()) {
            ConfinedStatement.require(((SqmQuery<?>) query).getSqmStatement(), hql);
            ScopeCondition.bind(query, guard.scope());
        }
    }
}
