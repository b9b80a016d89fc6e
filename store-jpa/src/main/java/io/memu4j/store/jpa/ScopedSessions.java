package io.memu4j.store.jpa;

import io.memu4j.error.StoreException;
import io.memu4j.model.MemoryScope;
import io.memu4j.store.jpa.entity.Scoped;
import io.memu4j.store.jpa.tx.TransactionRunner;
import java.sql.Connection;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.StatelessSessionBuilder;

/**
 * The one class that opens sessions. A session is bound to a scope before anybody sees it: its filter shows rows of that scope only, and
 * its guard compares every entity. Whoever gets one uses entities and HQL queries; native SQL, other filters and inserts by HQL are
 * allowed in no class but this.
 */
final class ScopedSessions {
    private final SessionFactory factory;
    private final TransactionRunner transactions;
    private final BooleanSupplier closed;

    ScopedSessions(SessionFactory factory, TransactionRunner transactions, BooleanSupplier closed) {
        this.closed = closed;
        this.factory = factory;
        this.transactions = transactions;
    }

    /** One query. */
    <T> T read(MemoryScope scope, Function<StatelessSession, T> work) {
        return open().read(connection -> within(connection, scope, work));
    }

    /** Queries that all see one state. */
    <T> T snapshot(MemoryScope scope, Function<StatelessSession, T> work) {
        return open().snapshot(connection -> within(connection, scope, work));
    }

    /** All or nothing; the work may run more than once. */
    <T> T write(MemoryScope scope, Function<StatelessSession, T> work) {
        return open().write(connection -> within(connection, scope, work));
    }

    /**
     * One query of single columns over all scopes, for the list of scopes alone: entities are refused by the guard that is missing here.
     */
    <T> T acrossScopes(Function<StatelessSession, T> work) {
        return open().read(connection -> {
            try (StatelessSession session =
                    factory.withStatelessOptions().connection(connection).open()) {
                session.disableFilter(Scoped.FILTER);
                return work.apply(session);
            }
        });
    }

    /** @throws StoreException when the store is closed */
    TransactionRunner open() {
        if (closed.getAsBoolean()) {
            throw StoreException.permanent("The store is closed. Open a new one.", null);
        }
        return transactions;
    }

    private <T> T within(Connection connection, MemoryScope scope, Function<StatelessSession, T> work) {
        StatelessSessionBuilder builder = factory.withStatelessOptions().connection(connection);
        builder.interceptor(new ScopeGuard(scope));
        try (StatelessSession session = builder.open()) {
            session.enableFilter(Scoped.FILTER)
                    .setParameter(Scoped.USER, scope.userId())
                    .setParameter(Scoped.AGENT, scope.agentId());
            return work.apply(session);
        }
    }
}
