package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.spi.store.ApplyOutcome;
import io.memu4j.spi.store.ApplyOutcome.Applied;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.ApplyOutcome.Stale;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeStore;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** One part of the contract: its tests, each with a scope that nobody wrote to. */
abstract class StoreTopic {
    /** The scope under test, never written before the test. */
    ScopeStore mine;

    abstract StoreFixture fixture();

    @BeforeEach
    final void openScope() {
        mine = store().in(Samples.scope());
    }

    final MemoryStore store() {
        return fixture().store();
    }

    /** Another scope that was never written. */
    final ScopeStore fresh() {
        return store().in(Samples.scope());
    }

    static Applied applied(ScopeStore scope, ChangeSetBuilder changes) {
        return applied(scope.apply(changes.build()));
    }

    static Applied applied(ApplyOutcome outcome) {
        assertThat(outcome).isInstanceOf(Applied.class);
        return (Applied) outcome;
    }

    /** Applies what must be refused, and checks that nothing of it stays. */
    static void refused(Cause cause, ScopeStore scope, ChangeSetBuilder changes) {
        Contents before = Contents.of(scope);
        assertThat(scope.apply(changes.build())).isEqualTo(new Stale(cause));
        assertThat(Contents.of(scope)).isEqualTo(before);
    }

    static ChangeSetBuilder changes() {
        return ChangeSet.builder();
    }

    static List<String> idsOf(List<MemoryItem> items) {
        return items.stream().map(MemoryItem::id).toList();
    }

    static List<String> textsOf(List<Passage> passages) {
        return passages.stream().map(Passage::text).toList();
    }
}
