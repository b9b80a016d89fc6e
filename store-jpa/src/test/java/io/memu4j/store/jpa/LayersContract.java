package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.IsolationException;
import io.memu4j.internal.value.IdSource;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.store.jpa.IsolationFixture.Owner;
import io.memu4j.store.jpa.session.Layers;
import io.memu4j.store.jpa.session.ScopedSessions;
import io.memu4j.store.jpa.session.WithoutLayer;
import io.memu4j.store.jpa.write.Stamps;
import io.memu4j.tck.StoreFixture;
import io.memu4j.tck.StoreIsolationContract;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The isolation contract with each layer off in turn, and what happens where two are off: the proof that the switches switch. */
abstract class LayersContract {
    abstract TestDatabase create();

    private TestDatabase create(Layers layers) {
        try (TestDatabase kind = create()) {
            return TestDatabase.like(kind, layers);
        }
    }

    @Nested
    class WithoutTheFilter extends StoreIsolationContract {
        @Override
        protected StoreFixture open() {
            return create(WithoutLayer.FILTER);
        }
    }

    @Nested
    class WithoutTheConditionsOfStatements extends StoreIsolationContract {
        @Override
        protected StoreFixture open() {
            return create(WithoutLayer.CONDITIONS);
        }
    }

    @Nested
    class WithoutTheGuard extends StoreIsolationContract {
        @Override
        protected StoreFixture open() {
            return create(WithoutLayer.GUARD);
        }
    }

    @Test
    void without_filter_and_conditions_the_guard_refuses_entities() {
        try (TestDatabase database = create()) {
            Owner mine = Owner.in(database, "Ana lives in Porto.");
            Owner theirs = Owner.in(database, "Bea lives in Faro.");
            ScopeStore bare = store(database, mine, WithoutLayer.FILTER_AND_CONDITIONS);
            assertThatThrownBy(() -> bare.items(List.of(theirs.item().id())))
                    .isInstanceOf(IsolationException.class)
                    .hasMessageContaining(mine.scope().shortHash());
        }
    }

    @Test
    void without_filter_and_conditions_nothing_confines_counts_and_bulk_changes() {
        try (TestDatabase database = create()) {
            Owner mine = Owner.in(database, "Ana lives in Porto.");
            ScopeStore theirs = Owner.in(database, "Bea lives in Faro.").store();
            ScopeStore bare = store(database, mine, WithoutLayer.FILTER_AND_CONDITIONS);
            assertThat(bare.counts().items()).isEqualTo(2);
            bare.clear();
            assertThat(theirs.counts().items()).isZero();
        }
    }

    @Test
    void the_filter_alone_and_the_conditions_alone_confine_counts_and_bulk_changes() {
        for (Layers two : List.of(WithoutLayer.FILTER, WithoutLayer.CONDITIONS)) {
            try (TestDatabase database = create()) {
                Owner mine = Owner.in(database, "Ana lives in Porto.");
                ScopeStore theirs = Owner.in(database, "Bea lives in Faro.").store();
                ScopeStore bare = store(database, mine, two);
                assertThat(bare.counts().items()).isEqualTo(1);
                bare.clear();
                assertThat(bare.counts().isEmpty()).isTrue();
                bare.drop();
                assertThat(theirs.counts().items()).isEqualTo(1);
                assertThat(theirs.watermark().revision()).isEqualTo(1);
            }
        }
    }

    private static ScopeStore store(TestDatabase database, Owner owner, Layers layers) {
        JpaMemoryStore whole = database.jpa();
        var sessions = new ScopedSessions(whole.factory(), whole.database().transactions(), () -> false, layers);
        return new JpaScopeStore(owner.scope(), sessions, new Stamps(IdSource.uuidV7(), Clock.systemUTC()));
    }
}
