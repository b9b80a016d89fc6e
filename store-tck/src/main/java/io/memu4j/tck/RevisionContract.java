package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ApplyOutcome.Applied;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as a write, and what the watermark tells. */
abstract class RevisionContract extends StoreTopic {
    @Test
    void every_acknowledged_write_counts_one() {
        assertThat(mine.watermark()).isEqualTo(Watermark.EMPTY);
        Watermark first = applied(mine, changes().put(Samples.category("a"))).watermark();
        assertThat(first.revision()).isEqualTo(1);
        assertThat(first.lastDeleteRevision()).isZero();
        assertThat(first.incarnation()).isNotEmpty().hasSizeLessThanOrEqualTo(36);
        assertThat(mine.watermark()).isEqualTo(first);
        for (int n = 2; n <= 5; n++) {
            Watermark next =
                    applied(mine, changes().put(Samples.category("a" + n))).watermark();
            assertThat(next).isEqualTo(new Watermark(first.incarnation(), n, 0, null));
            assertThat(mine.watermark()).isEqualTo(next);
        }
    }

    @Test
    void an_empty_change_set_neither_counts_nor_makes_a_scope() {
        assertThat(mine.apply(changes().build())).isEqualTo(new Applied(Watermark.EMPTY, Map.of()));
        assertThat(Scopes.listed(store(), mine.scope())).isEmpty();
        Watermark first = applied(mine, changes().put(Samples.category("a"))).watermark();
        assertThat(mine.apply(changes().build())).isEqualTo(new Applied(first, Map.of()));
        assertThat(mine.watermark()).isEqualTo(first);
    }

    @Test
    void a_refused_write_does_not_count() {
        applied(mine, changes().put(Samples.category("a")));
        refused(Cause.CATEGORY, mine, changes().put(Samples.category("a")));
        assertThat(applied(mine, changes().put(Samples.category("b")))
                        .watermark()
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void a_write_that_deletes_is_remembered_as_the_last_delete() {
        MemoryItem item = Samples.item("Statement");
        applied(mine, changes().put(item));
        assertThat(applied(
                                mine,
                                changes()
                                        .deleteItem(Samples.at(
                                                item.toBuilder().version(1).build())))
                        .watermark()
                        .lastDeleteRevision())
                .isEqualTo(2);
        assertThat(applied(mine, changes().put(Samples.item("More")))
                        .watermark()
                        .lastDeleteRevision())
                .isEqualTo(2);
    }

    @Test
    void a_vector_a_pending_deletion_or_a_reinforcement_alone_counts() {
        MemoryItem item = Samples.item("Statement");
        applied(mine, changes().put(item));
        applied(mine, changes().put(Samples.vector(OwnerKind.ITEM, item.id(), 1, 0, 0)));
        applied(mine, changes().dropBlob("0a/1b"));
        applied(mine, changes().put(Samples.item("Statement")));
        assertThat(mine.watermark().revision()).isEqualTo(4);
    }

    @Test
    void two_scopes_count_by_themselves_in_incarnations_of_their_own() {
        ScopeStore other = fresh();
        applied(mine, changes().put(Samples.category("a")));
        applied(mine, changes().put(Samples.category("b")));
        applied(other, changes().put(Samples.category("a")));
        assertThat(other.watermark().revision()).isEqualTo(1);
        assertThat(mine.watermark().revision()).isEqualTo(2);
        assertThat(other.watermark().incarnation())
                .isNotEqualTo(mine.watermark().incarnation());
    }

    @Test
    void clearing_is_a_write_that_deletes_and_forgets_the_space() {
        Category places = Samples.category("places");
        applied(mine, changes().put(places).put(Samples.vector(OwnerKind.CATEGORY, places.id(), 1, 0, 0)));
        Watermark before = mine.watermark();
        Watermark cleared = mine.clear();
        assertThat(cleared).isEqualTo(new Watermark(before.incarnation(), 2, 2, null));
        assertThat(mine.watermark()).isEqualTo(cleared);
        assertThat(mine.clear()).isEqualTo(cleared);
        assertThat(applied(mine, changes().put(places)).watermark())
                .isEqualTo(new Watermark(before.incarnation(), 3, 2, null));
    }

    @Test
    void clearing_a_scope_that_was_never_written_makes_none() {
        assertThat(mine.clear()).isEqualTo(Watermark.EMPTY);
        assertThat(Scopes.listed(store(), mine.scope())).isEmpty();
    }

    @Test
    void forgetting_pending_deletions_does_not_count() {
        applied(mine, changes().dropBlob("0a/1b"));
        mine.deletionsDone(mine.pendingDeletions(10));
        assertThat(mine.watermark().revision()).isEqualTo(1);
    }
}
