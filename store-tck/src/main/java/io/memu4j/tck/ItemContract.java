package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Category;
import io.memu4j.model.Counts;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.HappenedAt.Precision;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryItem.Origin;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ItemKey;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Items with their citations and links. */
abstract class ItemContract extends StoreTopic {
    private final Resource chat = Samples.resource("chat");
    private final Passage first = Samples.passage(chat, 0, "I live in Porto.");
    private final Passage second = Samples.passage(chat, 1, "Since May.");
    private final Category places = Samples.category("places");
    private final Category dates = Samples.category("dates");

    @BeforeEach
    void storeWhatItemsPointAt() {
        applied(mine, changes().put(chat).put(first).put(second).put(places).put(dates));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void a_new_item_is_stored_as_given_at_version_1(Precision precision) {
        MemoryItem item = Samples.item("Ana lives in Porto", List.of(first, second), List.of(places, dates));
        HappenedAt when = new HappenedAt(
                LocalDateTime.parse("1999-12-31T23:59:59.999999"), LocalDateTime.parse("2026-05-04T00:00"), precision);
        MemoryItem full = item.toBuilder()
                .attributes(Map.of("mood", "happy"))
                .happenedAt(when)
                .build();
        applied(mine, changes().put(full));
        assertThat(mine.item(item.id()).map(Samples::sorted))
                .contains(Samples.sorted(full.toBuilder().version(1).build()));
        assertThat(mine.counts())
                .isEqualTo(Counts.builder()
                        .resources(1)
                        .passages(2)
                        .items(1)
                        .categories(2)
                        .links(2)
                        .citations(2)
                        .build());
    }

    @ParameterizedTest
    @EnumSource(Origin.class)
    void an_item_may_say_no_time_and_prove_nothing(Origin origin) {
        MemoryItem bare = Samples.item("Likes tea").toBuilder()
                .type(new MemoryType("my_own-type2"))
                .happenedAt(null)
                .build();
        bare = bare.toBuilder()
                .reinforcements(7)
                .reinforcedAt(Samples.now())
                .origin(origin)
                .build();
        applied(mine, changes().put(bare));
        assertThat(mine.items(List.of(bare.id(), Samples.IDS.next())))
                .containsExactly(bare.toBuilder().version(1).build());
    }

    @Test
    void a_changed_item_replaces_text_citations_and_links_at_the_next_version() {
        MemoryItem item = Samples.item("Ana lives in Porto", List.of(first), List.of(places));
        applied(mine, changes().put(item));
        MemoryItem changed = item.toBuilder()
                .summary("Ana moved")
                .version(1)
                .categoryIds(List.of(dates.id()))
                .passageIds(List.of(second.id()))
                .build();
        applied(mine, changes().put(changed));

        assertThat(mine.item(item.id())).contains(changed.toBuilder().version(2).build());
        assertThat(mine.itemsCiting(List.of(first.id()))).isEmpty();
        assertThat(idsOf(mine.itemsCiting(List.of(second.id(), first.id())))).containsExactly(item.id());
        assertThat(mine.itemsWith(List.of(ItemKey.of(item)))).isEmpty();
        assertThat(idsOf(mine.itemsWith(List.of(ItemKey.of(changed), ItemKey.of(item)))))
                .containsExactly(item.id());
        assertThat(mine.counts())
                .isEqualTo(Counts.builder()
                        .resources(1)
                        .passages(2)
                        .items(1)
                        .categories(2)
                        .links(1)
                        .citations(1)
                        .build());
    }

    @Test
    void a_change_may_keep_the_statement_and_drop_every_citation_and_link() {
        MemoryItem item = Samples.item("Ana lives in Porto", List.of(first), List.of(places));
        applied(mine, changes().put(item));
        MemoryItem bare = item.toBuilder()
                .version(1)
                .categoryIds(List.of())
                .passageIds(List.of())
                .build();
        applied(mine, changes().put(bare));
        assertThat(mine.item(item.id())).contains(bare.toBuilder().version(2).build());
    }

    @Test
    void items_are_found_by_what_they_state_and_what_they_cite_each_once() {
        MemoryItem one = Samples.item("One", List.of(first, second), List.of());
        MemoryItem two = Samples.item("Two", List.of(second), List.of());
        applied(mine, changes().put(one).put(two));
        assertThat(idsOf(mine.itemsCiting(List.of(first.id(), second.id()))))
                .containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(idsOf(mine.itemsWith(List.of(ItemKey.of(MemoryType.EVENT, " ONE. ")))))
                .containsExactly(one.id());
        assertThat(mine.itemsWith(List.of(ItemKey.of(MemoryType.PROFILE, "One"))))
                .isEmpty();
        assertThat(mine.itemsWith(List.of())).isEmpty();
        assertThat(mine.itemsCiting(List.of())).isEmpty();
        assertThat(mine.items(List.of())).isEmpty();
    }

    @Test
    void a_deleted_item_goes_with_citations_and_links_and_may_be_stated_anew_at_once() {
        MemoryItem item = Samples.item("Ana lives in Porto", List.of(first), List.of(places));
        applied(mine, changes().put(item));
        MemoryItem anew = Samples.item("Ana lives in Porto", List.of(second), List.of());
        var outcome = applied(
                mine,
                changes()
                        .deleteItem(Samples.at(item.toBuilder().version(1).build()))
                        .put(anew));

        assertThat(outcome.reinforced()).isEmpty();
        assertThat(mine.item(item.id())).isEmpty();
        assertThat(mine.item(anew.id())).contains(anew.toBuilder().version(1).build());
        assertThat(mine.counts())
                .isEqualTo(Counts.builder()
                        .resources(1)
                        .passages(2)
                        .items(1)
                        .categories(2)
                        .citations(1)
                        .build());
    }

    @Test
    void many_items_in_one_change_set_are_all_found() {
        var changes = changes();
        List<MemoryItem> items = IntStream.range(0, 1_200)
                .mapToObj(n -> Samples.item("Statement " + n, List.of(first), List.of(places)))
                .toList();
        items.forEach(changes::put);
        applied(mine, changes);
        assertThat(idsOf(mine.items(idsOf(items)))).containsExactlyInAnyOrderElementsOf(idsOf(items));
        assertThat(mine.itemsWith(items.stream().map(ItemKey::of).toList())).hasSize(1_200);
        assertThat(mine.itemsCiting(List.of(first.id(), second.id()))).hasSize(1_200);
    }
}
