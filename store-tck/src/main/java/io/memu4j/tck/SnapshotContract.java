package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.admin.PurgeOutcome;
import io.memu4j.model.Category;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading one state, forgetting that there was a scope, and purging. */
abstract class SnapshotContract extends StoreTopic {
    @Test
    void a_snapshot_goes_on_showing_the_state_it_began_with() {
        Resource chat = Samples.resource("chat");
        Passage first = Samples.passage(chat, 0, "first");
        MemoryItem item = Samples.item("Statement", List.of(first), List.of());
        applied(mine, changes().put(chat).put(first).put(item));
        Contents before = Contents.of(mine);
        store().snapshot(state -> {
            ScopeStore then = state.in(mine.scope());
            assertThat(then.watermark()).isEqualTo(before.watermark());
            applied(mine, changes().put(Samples.passage(chat, 1, "second")).put(Samples.item("Later")));
            mine.clear();
            assertThat(Contents.of(then)).isEqualTo(before);
            assertThat(then.items(ItemFilter.ALL, PageRequest.first(10)).rows()).hasSize(1);
            assertThat(textsOf(then.passagesOf(chat.id()))).containsExactly("first");
            assertThat(then.itemsCiting(List.of(first.id()))).hasSize(1);
            return null;
        });
        assertThat(mine.counts().isEmpty()).isTrue();
    }

    @Test
    void a_snapshot_lists_scopes_and_refuses_writes_and_passes_failures_on() {
        applied(mine, changes().put(Samples.category("places")));
        List<?> listed = store().snapshot(state -> {
            assertThatThrownBy(() -> applied(state.in(mine.scope()), changes().put(Samples.category("more"))))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> state.in(mine.scope()).clear()).isInstanceOf(IllegalStateException.class);
            return state.scopes(null, 1_000_000);
        });
        assertThat(listed).isEqualTo(Scopes.all(store(), 1_000));
        assertThatThrownBy(() -> store().snapshot(state -> {
                    throw new IllegalArgumentException("of the work");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(mine.categories()).extracting(Category::name).containsExactly("places");
    }

    @Test
    void vectors_are_found_by_their_owners() {
        MemoryItem one = Samples.item("One");
        MemoryItem two = Samples.item("Two");
        Category places = Samples.category("places");
        assertThat(mine.embeddings(OwnerKind.ITEM, List.of(one.id()))).isEmpty();
        applied(
                mine,
                changes()
                        .put(one)
                        .put(two)
                        .put(places)
                        .put(Samples.vector(OwnerKind.ITEM, one.id(), 1, 0, 0))
                        .put(Samples.vector(OwnerKind.CATEGORY, places.id(), 0, 1, 0)));
        assertThat(mine.embeddings(OwnerKind.ITEM, List.of(two.id(), one.id(), one.id(), places.id(), "no id")))
                .singleElement()
                .satisfies(e -> {
                    assertThat(e.ownerId()).isEqualTo(one.id());
                    assertThat(e.vector()).containsExactly(1, 0, 0);
                    assertThat(e.space()).isEqualTo(Samples.SPACE);
                });
        assertThat(mine.embeddings(OwnerKind.CATEGORY, List.of(places.id())))
                .extracting(Embedding::ownerId)
                .containsExactly(places.id());
        assertThat(fresh().embeddings(OwnerKind.ITEM, List.of(one.id()))).isEmpty();
    }

    @Test
    void a_scope_is_dropped_only_when_nothing_is_left_and_comes_back_as_another_one() {
        assertThat(mine.drop()).isFalse();
        Resource copied =
                Samples.resource("copied").toBuilder().blobKey("hash/copy").build();
        applied(mine, changes().put(copied));
        Contents before = Contents.of(mine);
        assertThat(mine.drop()).isFalse();
        assertThat(Contents.of(mine)).isEqualTo(before);
        mine.clear();
        assertThat(mine.drop()).as("a blob is to be deleted").isFalse();
        mine.deletionsDone(mine.pendingDeletions(10));
        assertThat(mine.drop()).isTrue();
        assertThat(mine.watermark()).isEqualTo(Watermark.EMPTY);
        assertThat(Scopes.listed(store(), mine.scope())).isEmpty();
        assertThat(mine.drop()).isFalse();

        Watermark again =
                applied(mine, changes().put(Samples.category("places"))).watermark();
        assertThat(again.revision()).isEqualTo(1);
        assertThat(again.incarnation()).isNotEqualTo(before.watermark().incarnation());
        assertThat(Contents.of(mine).categories()).hasSize(1);
    }

    @Test
    void dropping_leaves_other_scopes_and_concurrent_writes_alone() throws Exception {
        ScopeStore other = fresh();
        applied(other, changes().put(Samples.category("places")));
        Contents before = Contents.of(other);
        for (int round = 0; round < 20; round++) {
            applied(mine, changes().put(Samples.category("places")));
            Thread writer = new Thread(() -> applied(mine, changes().put(Samples.category("written meanwhile"))));
            mine.clear();
            writer.start();
            mine.drop();
            writer.join();
            assertThat(mine.categories()).extracting(Category::name).containsExactly("written meanwhile");
            mine.clear();
            assertThat(mine.drop()).isTrue();
        }
        assertThat(Contents.of(other)).isEqualTo(before);
    }

    @Test
    void purging_keeps_what_is_there_and_says_what_it_did() {
        applied(mine, changes().put(Samples.category("places")));
        Contents before = Contents.of(mine);
        PurgeOutcome outcome = store().purge();
        assertThat(outcome.explanation()).endsWith(".");
        assertThat(outcome.done() || outcome.atClose()).isTrue();
        assertThat(Contents.of(mine)).isEqualTo(before);
    }
}
