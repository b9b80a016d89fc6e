package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.StoreException;
import io.memu4j.model.Category;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.PendingDeletion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Closing and opening again. */
abstract class LifecycleContract extends StoreTopic {
    @Test
    void what_was_acknowledged_is_there_after_reopening_or_all_is_gone() {
        Resource chat = Samples.resource("chat");
        Passage passage = Samples.passage(chat, 0, OddTexts.emoji(8_000));
        Category places = Samples.category("places");
        MemoryItem item = Samples.item("Statement", List.of(passage), List.of(places));
        applied(
                mine,
                changes()
                        .put(chat)
                        .put(passage)
                        .put(places)
                        .put(item)
                        .put(Samples.vector(OwnerKind.ITEM, item.id(), 1, 0, 0))
                        .dropBlob("hash/one"));
        applied(mine, changes().put(Samples.item("More")));
        Contents before = Contents.of(mine);
        fixture().reopen();
        mine = store().in(mine.scope());
        if (fixture().isPersistent()) {
            assertThat(Contents.of(mine)).isEqualTo(before);
            assertThat(applied(mine, changes().put(Samples.item("Even more"))).watermark())
                    .isEqualTo(new Watermark(before.watermark().incarnation(), 3, 0, Samples.SPACE));
        } else {
            assertThat(mine.watermark()).isEqualTo(Watermark.EMPTY);
            assertThat(Scopes.all(store(), 1_000)).isEmpty();
        }
    }

    @Test
    void a_closed_store_says_so_and_refuses_every_call_also_through_a_handle_got_before() {
        MemoryStore closed = store();
        applied(mine, changes().put(Samples.category("places")));
        fixture().reopen();

        assertThat(closed.health().isUp()).isFalse();
        assertThat(closed.health().problem()).isNotBlank();
        closed.close();
        Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
        calls.put("in", () -> closed.in(Samples.scope()));
        calls.put("scopes", () -> closed.scopes(null, 1));
        calls.put("watermark", mine::watermark);
        calls.put("resource", () -> mine.resource("a"));
        calls.put("resourceByKey", () -> mine.resourceByKey("a"));
        calls.put("resources", () -> mine.resources(List.of("a")));
        calls.put("resources page", () -> mine.resources(ResourceFilter.ALL, PageRequest.first(1)));
        calls.put("passagesOf", () -> mine.passagesOf("a"));
        calls.put("lastPassageOf", () -> mine.lastPassageOf("a"));
        calls.put("passages", () -> mine.passages(List.of("a")));
        calls.put("item", () -> mine.item("a"));
        calls.put("items", () -> mine.items(List.of("a")));
        calls.put("items page", () -> mine.items(ItemFilter.ALL, PageRequest.first(1)));
        calls.put("itemsWith", () -> mine.itemsWith(List.of(ItemKey.of(Samples.item("a")))));
        calls.put("itemsCiting", () -> mine.itemsCiting(List.of("a")));
        calls.put("categories", mine::categories);
        calls.put("category", () -> mine.category("a"));
        calls.put("counts", mine::counts);
        calls.put("changesSince", () -> mine.changesSince(Watermark.EMPTY, new SeenScope()));
        calls.put("apply", () -> mine.apply(changes().put(Samples.item("a")).build()));
        calls.put("pendingDeletions", () -> mine.pendingDeletions(1));
        calls.put("deletionsDone", () -> mine.deletionsDone(List.of(new PendingDeletion("a", "b"))));
        calls.put("clear", mine::clear);
        calls.put("drop", mine::drop);
        calls.put("embeddings", () -> mine.embeddings(OwnerKind.ITEM, List.of("a")));
        calls.put("snapshot", () -> closed.snapshot(state -> state.scopes(null, 1)));
        calls.put("purge", closed::purge);
        calls.forEach((name, call) -> assertThatThrownBy(call)
                .as(name)
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.isRetriable()).isFalse()));
        assertThat(store().health().isUp()).isTrue();
    }
}
