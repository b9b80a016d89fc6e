package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.memu4j.model.ItemEvent;
import io.memu4j.model.ItemEvent.Kind;
import io.memu4j.model.MemoryItem;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.ChangeSetBuilder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What happened to items. */
abstract class HistoryContract extends StoreTopic {
    @Test
    void events_come_back_in_the_order_of_time() {
        MemoryItem item = Samples.item("Likes tea");
        ItemEvent created = event(item, Kind.CREATED, null);
        ItemEvent edited = event(item, Kind.EDITED, "Likes 🍵 \"tee\"");
        applied(mine, changes().put(item).put(edited).put(created));
        ItemEvent closed = new ItemEvent(
                Samples.IDS.next(), item.id(), Kind.SUPERSEDED, Samples.now(), "a chat", null, "drink: a new value");
        applied(mine, changes().put(closed));

        assertThat(mine.history(List.of(item.id(), "no such id"))).containsExactly(created, edited, closed);
        assertThat(mine.counts().events()).isEqualTo(3);
    }

    @Test
    void the_history_of_another_scope_is_unknown() {
        MemoryItem item = Samples.item("Likes tea");
        applied(mine, changes().put(item).put(event(item, Kind.CREATED, null)));

        assertThat(fresh().history(List.of(item.id()))).isEmpty();
    }

    @Test
    void a_new_item_that_repeats_another_is_an_event_of_that_one() {
        MemoryItem first = Samples.item("Likes tea");
        applied(mine, changes().put(first));
        MemoryItem again = Samples.item("Likes tea");
        applied(mine, changes().put(again).put(event(again, Kind.CREATED, null)));

        assertThat(mine.history(List.of(again.id()))).isEmpty();
        assertThat(mine.history(List.of(first.id())))
                .extracting(ItemEvent::kind)
                .containsExactly(Kind.REINFORCED);
    }

    @Test
    void a_refused_change_set_records_nothing() {
        MemoryItem item = Samples.item("Likes tea");
        refused(
                Cause.ITEM,
                mine,
                changes().put(item.toBuilder().version(4).build()).put(event(item, Kind.EDITED, "Likes tee")));

        assertThat(mine.history(List.of(item.id()))).isEmpty();
    }

    @Test
    void the_words_go_with_the_item_and_the_rest_of_its_history_stays() {
        MemoryItem item = Samples.item("Likes tea");
        MemoryItem other = Samples.item("Likes milk");
        applied(
                mine,
                changes()
                        .put(item)
                        .put(other)
                        .put(event(item, Kind.EDITED, "tee"))
                        .put(event(other, Kind.EDITED, "mlk")));
        applied(
                mine,
                changes()
                        .deleteItem(Samples.at(mine.item(item.id()).orElseThrow()))
                        .put(event(item, Kind.DELETED, null)));

        assertThat(mine.history(List.of(item.id())))
                .extracting(ItemEvent::kind, ItemEvent::before)
                .containsExactly(tuple(Kind.EDITED, null), tuple(Kind.DELETED, null));
        assertThat(mine.history(List.of(other.id())))
                .extracting(ItemEvent::before)
                .containsExactly("mlk");
    }

    @Test
    void history_before_a_time_is_deleted() {
        MemoryItem item = Samples.item("Likes tea");
        List<ItemEvent> events =
                Stream.generate(() -> event(item, Kind.EDITED, "x")).limit(3).toList();
        ChangeSetBuilder changes = changes().put(item);
        events.forEach(changes::put);
        applied(mine, changes);
        Instant second = events.get(1).at();
        applied(mine, changes().dropHistoryBefore(second));

        assertThat(mine.history(List.of(item.id()))).isEqualTo(events.subList(1, 3));
    }

    @Test
    void clearing_a_scope_deletes_its_history_and_no_other() {
        MemoryItem item = Samples.item("Likes tea");
        applied(mine, changes().put(item).put(event(item, Kind.CREATED, null)));
        var theirs = fresh();
        applied(theirs, changes().put(item).put(event(item, Kind.CREATED, null)));
        applied(mine, changes().deleteItem(Samples.at(mine.item(item.id()).orElseThrow())));

        mine.clear();

        assertThat(mine.counts().isEmpty()).isTrue();
        assertThat(mine.drop()).isTrue();
        assertThat(theirs.history(List.of(item.id()))).hasSize(1);
    }

    private static ItemEvent event(MemoryItem item, Kind kind, @Nullable String before) {
        return new ItemEvent(Samples.IDS.next(), item.id(), kind, Samples.now(), ItemEvent.CALLER, before, null);
    }
}
