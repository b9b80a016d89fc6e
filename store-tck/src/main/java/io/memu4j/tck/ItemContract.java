package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Category;
import io.memu4j.model.Counts;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.HappenedAt.Precision;
import io.memu4j.model.ItemKey;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryItem.Origin;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
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
        MemoryItem full = Changed.happenedAt(Changed.attributes(item, Map.of("mood", "happy")), when);
        applied(mine, changes().put(full));
        assertThat(mine.item(item.id()).map(Samples::sorted)).contains(Samples.sorted(Changed.version(full, 1)));
        assertThat(mine.counts()).isEqualTo(new Counts(1, 2, 1, 2, 2, 2, 0));
    }

    @ParameterizedTest
    @EnumSource(Origin.class)
    void an_item_may_say_no_time_and_prove_nothing(Origin origin) {
        MemoryItem bare =
                Changed.happenedAt(Changed.type(Samples.item("Likes tea"), new MemoryType("my_own-type2")), null);
        bare = Changed.reinforced(bare, 7, Samples.now(), origin);
        applied(mine, changes().put(bare));
        assertThat(mine.items(List.of(bare.id(), Samples.IDS.next()))).containsExactly(Changed.version(bare, 1));
    }

    @Test
    void a_changed_item_replaces_text_citations_and_links_at_the_next_version() {
        MemoryItem item = Samples.item("Ana lives in Porto", List.of(first), List.of(places));
        applied(mine, changes().put(item));
        MemoryItem changed = Changed.cites(
                Changed.links(Changed.version(Changed.summary(item, "Ana moved"), 1), List.of(dates.id())),
                List.of(second.id()));
        applied(mine, changes().put(changed));

        assertThat(mine.item(item.id())).contains(Changed.version(changed, 2));
        assertThat(mine.itemsCiting(List.of(first.id()))).isEmpty();
        assertThat(idsOf(mine.itemsCiting(List.of(second.id(), first.id())))).containsExactly(item.id());
        assertThat(mine.itemsWith(List.of(item.key()))).isEmpty();
        assertThat(idsOf(mine.itemsWith(List.of(changed.key(), item.key())))).containsExactly(item.id());
        assertThat(mine.counts()).isEqualTo(new Counts(1, 2, 1, 2, 1, 1, 0));
    }

    @Test
    void a_change_may_keep_the_statement_and_drop_every_citation_and_link() {
        MemoryItem item = Samples.item("Ana lives in Porto", List.of(first), List.of(places));
        applied(mine, changes().put(item));
        MemoryItem bare = Changed.cites(Changed.links(Changed.version(item, 1), List.of()), List.of());
        applied(mine, changes().put(bare));
        assertThat(mine.item(item.id())).contains(Changed.version(bare, 2));
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
                mine, changes().deleteItem(Samples.at(Changed.version(item, 1))).put(anew));

        assertThat(outcome.reinforced()).isEmpty();
        assertThat(mine.item(item.id())).isEmpty();
        assertThat(mine.item(anew.id())).contains(Changed.version(anew, 1));
        assertThat(mine.counts()).isEqualTo(new Counts(1, 2, 1, 2, 0, 1, 0));
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
        assertThat(mine.itemsWith(items.stream().map(MemoryItem::key).toList())).hasSize(1_200);
        assertThat(mine.itemsCiting(List.of(first.id(), second.id()))).hasSize(1_200);
    }
}
