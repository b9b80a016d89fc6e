package io.memu4j.store.jpa.session;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.error.StoreException;
import io.memu4j.model.MemoryScope;
import io.memu4j.store.jpa.entity.Scoped;
import io.memu4j.store.jpa.tx.TransactionRunner;
import java.sql.Connection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.StatelessSessionBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The one class that opens sessions. A session is bound to a scope before anybody sees it: its filter shows rows of that scope only,
 * its statements say the scope themselves, and its guard compares every entity. What is handed out is a {@link BoundSession}, which has no
 * native SQL, filters or inserts by HQL; they are allowed in no class but this.
 */
public final class ScopedSessions {
    private static final String ALL_SCOPES =
            "select s.key.userId, s.key.agentId, s.createdAt, s.incarnation, s.revision,"
                    + " s.lastDeleteRevision, s.activeSpace from ScopeRow s";

    private final SessionFactory factory;
    private final TransactionRunner transactions;
    private final BooleanSupplier closed;
    private final Layers layers;

    public ScopedSessions(
            SessionFactory factory, TransactionRunner transactions, BooleanSupplier closed, Layers layers) {
        this.layers = layers;
        this.closed = closed;
        this.factory = factory;
        this.transactions = transactions;
    }

    /** Runs one query in a session of the scope. */
    public <T> T read(MemoryScope scope, Function<BoundSession, T> work) {
        return open().read(connection -> within(connection, scope, work));
    }

    /** Runs queries that all see one state of the database. */
    public <T> T snapshot(MemoryScope scope, Function<BoundSession, T> work) {
        return open().snapshot(connection -> within(connection, scope, work));
    }

    /** Runs a transaction. All of it is written or nothing; the work may run more than once. */
    public <T> T write(MemoryScope scope, Function<BoundSession, T> work) {
        return open().write(connection -> within(connection, scope, work));
    }

    /**
     * Returns the scopes after {@code after}, in order, at most {@code limit}. This is the one query that is not bound to a scope. It selects
     * columns of the scopes' own rows, and its session does not leave this method.
     */
    public List<ScopeSummary> scopes(@Nullable MemoryScope after, int limit) {
        String where =
                after == null ? "" : " where s.key.userId > :user or (s.key.userId = :user and s.key.agentId > :agent)";
        return open().read(connection -> {
            StatelessSessionBuilder builder = factory.withStatelessOptions().connection(connection);
            try (StatelessSession session = builder.openStatelessSession()) {
                session.disableFilter(Scoped.FILTER);
                var query = session.createSelectionQuery(
                        ALL_SCOPES + where + " order by s.key.userId, s.key.agentId", Object[].class);
                if (after != null) {
                    query.setParameter("user", after.userId()).setParameter("agent", after.agentId());
                }
                return query.setMaxResults(limit).getResultList().stream()
                        .map(ScopeColumns::summary)
                        .toList();
            }
        });
    }

    /**
     * Returns what runs transactions on the open store.
     *
     * @throws StoreException when the store is closed
     */
    public TransactionRunner open() {
        if (closed.getAsBoolean()) {
            throw StoreException.permanent("The store is closed. Open a new one.", null);
        }
        return transactions;
    }

    private <T> T within(Connection connection, MemoryScope scope, Function<BoundSession, T> work) {
        StatelessSessionBuilder builder = factory.withStatelessOptions().connection(connection);
        ScopeGuard guard = new ScopeGuard(scope, layers);
        builder.interceptor(guard);
        try (StatelessSession session = builder.openStatelessSession()) {
            if (layers.filter()) {
                session.enableFilter(Scoped.FILTER)
                        .setParameter(Scoped.USER, scope.userId())
                        .setParameter(Scoped.AGENT, scope.agentId());
            } else {
                session.disableFilter(Scoped.FILTER);
            }
            return work.apply(new BoundSession(session, guard, layers));
        }
    }
}
