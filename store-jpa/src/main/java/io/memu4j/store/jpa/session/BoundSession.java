package io.memu4j.store.jpa.session;

import io.memu4j.model.MemoryScope;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;

/**
 * What a session bound to one scope can be asked: HQL queries, bulk updates and deletions, inserts and updates of entities. There is no
 * native SQL, no filter and no load by key here, and every entity that comes out is compared with the scope. One thread, one transaction.
 */
public final class BoundSession {
    private static final Pattern UNFILTERED = Pattern.compile("\\bcross\\s+join\\b", Pattern.CASE_INSENSITIVE);

    private final StatelessSession session;
    private final MemoryScope scope;

    public BoundSession(StatelessSession session, MemoryScope scope) {
        this.session = session;
        this.scope = scope;
    }

    public MemoryScope scope() {
        return scope;
    }

    public <R> Selection<R> select(String hql, Class<R> result) {
        return new Selection<>(session.createSelectionQuery(checked(hql), result), scope);
    }

    /** A bulk update or deletion. An insert would write any scope it names. */
    public MutationQuery change(String hql) {
        if (!hql.startsWith("update ") && !hql.startsWith("delete ")) {
            throw new IllegalArgumentException("Neither an update nor a deletion: " + hql);
        }
        return session.createMutationQuery(checked(hql));
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

    /** Hibernate forgets the filter of an entity that is cross joined; the scope is compared with entities only, not with columns. */
    private static String checked(String hql) {
        if (UNFILTERED.matcher(hql).find()) {
            throw new IllegalArgumentException("A cross join is not confined to the scope: " + hql);
        }
        return hql;
    }
}
