package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.IsolationException;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ApplyOutcome;
import io.memu4j.spi.store.ApplyOutcome.Applied;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.store.jpa.entity.RowKey;
import io.memu4j.store.jpa.entity.Scoped;
import io.memu4j.store.jpa.session.BoundSession;
import io.memu4j.store.jpa.session.Layers;
import io.memu4j.store.jpa.session.ScopeGuard;
import io.memu4j.store.jpa.session.ScopedSessions;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionBuilder;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.StatelessSessionBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** Two scopes of one database, sessions in several states of care, and the proof after each test that the other scope is as before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IsolationFixture {
    TestDatabase database;
    ScopedSessions sessions;
    Owner mine;
    Owner theirs;
    private Set<Object> before;

    abstract TestDatabase create();

    /** What one scope holds, ids known. */
    record Owner(MemoryScope scope, ScopeStore store, Resource chat, Passage said, Category topic, MemoryItem item) {
        static Owner in(TestDatabase database, String statement) {
            ScopeStore store = database.store().in(Rows.scope());
            Resource chat = Rows.resource("chat");
            Passage said = Rows.passage(chat, 0);
            Category topic = Rows.category("Topic");
            MemoryItem item = Rows.item(statement, List.of(said.id()), List.of(topic.id()));
            ChangeSet all = ChangeSet.builder()
                    .put(chat)
                    .put(said)
                    .put(topic)
                    .put(item)
                    .put(Rows.vector(OwnerKind.ITEM, item.id(), 1))
                    .build();
            assertThat(store.apply(all)).isInstanceOf(Applied.class);
            return new Owner(store.scope(), store, chat, said, topic, item);
        }

        RowKey key(String id) {
            return new RowKey(scope.userId(), scope.agentId(), id);
        }
    }

    @BeforeAll
    void open() {
        database = create();
        sessions = database.jpa().sessions();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void fill() {
        mine = Owner.in(database, "Ana lives in Porto.");
        theirs = Owner.in(database, "Bea lives in Faro.");
        before = Dump.of(theirs.store());
    }

    @AfterEach
    void the_other_scope_is_untouched() {
        assertThat(Dump.of(theirs.store())).isEqualTo(before);
        database.requireNothingLeaked();
    }

    ApplyOutcome apply(ChangeSet changes) {
        return mine.store().apply(changes);
    }

    <T> T read(Function<StatelessSession, T> work) {
        return raw(mine.scope(), work);
    }

    <T> T write(Function<StatelessSession, T> work) {
        return raw(mine.scope(), work);
    }

    /** A stateless session bound as ScopedSessions binds it, with all that Hibernate can do. */
    <T> T raw(MemoryScope scope, Function<StatelessSession, T> work) {
        SessionFactory factory = database.jpa().factory();
        return database.jpa().database().transactions().write(connection -> {
            StatelessSessionBuilder builder = factory.withStatelessOptions().connection(connection);
            builder.interceptor(new ScopeGuard(scope, Layers.ALL));
            try (StatelessSession session = builder.openStatelessSession()) {
                session.enableFilter(Scoped.FILTER)
                        .setParameter(Scoped.USER, scope.userId())
                        .setParameter(Scoped.AGENT, scope.agentId());
                return work.apply(session);
            }
        });
    }

    /** The same with a persistence context. */
    <T> T managed(Function<Session, T> work) {
        SessionFactory factory = database.jpa().factory();
        return database.jpa().database().transactions().write(connection -> {
            SessionBuilder builder = factory.withOptions().connection(connection);
            builder.interceptor(new ScopeGuard(mine.scope(), Layers.ALL));
            try (Session session = builder.openSession()) {
                session.enableFilter(Scoped.FILTER)
                        .setParameter(Scoped.USER, mine.scope().userId())
                        .setParameter(Scoped.AGENT, mine.scope().agentId());
                return work.apply(session);
            }
        });
    }

    BoundSession bound(StatelessSession session) {
        return bound(session, Layers.ALL);
    }

    BoundSession bound(StatelessSession session, Layers layers) {
        return new BoundSession(session, new ScopeGuard(mine.scope(), layers), layers);
    }

    static List<String> summaries(BoundSession session) {
        return session.select("select i.summary from ItemRow i where own(i)", String.class)
                .list();
    }

    void requireOwn(String query) {
        List<String> found = read(
                session -> session.createSelectionQuery(query, String.class).getResultList());
        assertThat(found).as(query).containsExactly(mine.item().summary());
    }

    void requireOneRow(String statement) {
        int rows = write(session -> session.createMutationQuery(statement).executeUpdate());
        assertThat(rows).as(statement).isEqualTo(1);
    }

    void requireGuarded(Function<StatelessSession, ?> work) {
        assertThatThrownBy(() -> read(work)).isInstanceOf(IsolationException.class);
    }

    void requireRefused(Class<? extends Throwable> layer, Consumer<StatelessSession> work) {
        assertThatThrownBy(() -> write(session -> {
                    work.accept(session);
                    return null;
                }))
                .satisfies(e -> assertThat(chain(e)).hasAtLeastOneElementOfType(layer));
    }

    static List<Throwable> chain(Throwable e) {
        return java.util.stream.Stream.iterate(e, java.util.Objects::nonNull, Throwable::getCause)
                .toList();
    }
}
