package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.InvalidInputException;
import io.memu4j.model.Category;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.spi.store.ItemKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists page by page, and their filters. */
abstract class PagingContract extends StoreTopic {
    private static final Instant SAME = Instant.parse("2026-05-04T10:15:30.123456Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 1_000})
    void items_come_by_time_and_id_in_pages_of_any_size_both_ways(int size) {
        List<String> expected = new ArrayList<>(idsOf(storeSevenItems()));
        assertThat(walk(p -> mine.items(ItemFilter.ALL, p), PageRequest.first(size), MemoryItem::id))
                .isEqualTo(expected);
        Collections.reverse(expected);
        assertThat(walk(p -> mine.items(ItemFilter.ALL, p), PageRequest.newest(size), MemoryItem::id))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 1_000})
    void resources_come_by_time_and_id_in_pages_of_any_size_both_ways(int size) {
        List<String> ids = sortedIds(5);
        var changes = changes();
        for (int n : new int[] {4, 2, 0, 3, 1}) {
            changes.put(Samples.resource("chat-" + n).toBuilder()
                    .id(ids.get(n))
                    .createdAt(SAME)
                    .build());
        }
        applied(mine, changes);
        assertThat(walk(p -> mine.resources(ResourceFilter.ALL, p), PageRequest.first(size), Resource::id))
                .isEqualTo(ids);
        Collections.reverse(ids);
        assertThat(walk(p -> mine.resources(ResourceFilter.ALL, p), PageRequest.newest(size), Resource::id))
                .isEqualTo(ids);
    }

    @Test
    void a_page_that_ends_with_the_last_row_names_no_next() {
        storeSevenItems();
        assertThat(mine.items(ItemFilter.ALL, PageRequest.first(7)).next()).isNull();
        assertThat(mine.items(ItemFilter.ALL, PageRequest.first(6)).next()).isNotNull();
        assertThat(fresh().items(ItemFilter.ALL, PageRequest.first(6))).isEqualTo(new Page<>(List.of(), null));
    }

    @Test
    void what_is_written_and_deleted_in_between_moves_no_other_row() {
        List<MemoryItem> items = storeSevenItems();
        Page<MemoryItem> first = mine.items(ItemFilter.ALL, PageRequest.first(3));
        MemoryItem last = first.rows().get(2);
        applied(
                mine,
                changes()
                        .deleteItem(Samples.at(last))
                        .put(Samples.item("before all").toBuilder()
                                .createdAt(Instant.EPOCH)
                                .updatedAt(SAME)
                                .reinforcedAt(SAME)
                                .build())
                        .put(Samples.item("after all").toBuilder()
                                .createdAt(SAME.plusSeconds(60))
                                .updatedAt(SAME)
                                .reinforcedAt(SAME)
                                .build()));
        List<String> rest =
                walk(p -> mine.items(ItemFilter.ALL, p), PageRequest.first(2).after(first.next()), MemoryItem::summary);
        List<String> expected = new ArrayList<>(
                items.subList(3, 7).stream().map(MemoryItem::summary).toList());
        expected.add("after all");
        assertThat(rest).isEqualTo(expected);
        assertThat(listed(ItemFilter.ALL)).hasSize(8).doesNotContain(last.summary());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "12", "_", "12_'; drop table memu_items; --", "99999999999999999999_ab", "1_%"})
    void a_cursor_of_somebody_elses_making_is_refused(String cursor) {
        PageRequest request = new PageRequest(cursor, 10, false);
        assertThatThrownBy(() -> mine.items(ItemFilter.ALL, request)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> mine.resources(ResourceFilter.ALL, request)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void items_are_filtered_by_type_category_resource_and_all_of_them_together() {
        Resource chat = Samples.resource("chat");
        Resource other = Samples.resource("other");
        Passage one = Samples.passage(chat, 0, "one");
        Passage two = Samples.passage(chat, 1, "two");
        Passage three = Samples.passage(other, 0, "three");
        Category places = Samples.category("places");
        Category people = Samples.category("people");
        MemoryItem a = Samples.item("a", List.of(one, two), List.of(places, people));
        MemoryItem b = Samples.item("b", List.of(three), List.of(places)).toBuilder()
                .type(MemoryType.PROFILE)
                .build();
        MemoryItem c = Samples.item("c", List.of(two, three), List.of()).toBuilder()
                .type(MemoryType.SKILL)
                .build();
        applied(
                mine,
                changes()
                        .put(chat)
                        .put(other)
                        .put(one)
                        .put(two)
                        .put(three)
                        .put(places)
                        .put(people));
        applied(mine, changes().put(a).put(b).put(c));

        assertThat(listed(ItemFilter.ALL)).containsExactly("a", "b", "c");
        assertThat(listed(ItemFilter.ALL.withTypes(MemoryType.PROFILE, MemoryType.SKILL)))
                .containsExactly("b", "c");
        assertThat(listed(ItemFilter.ALL.withTypes(MemoryType.TOOL))).isEmpty();
        assertThat(listed(ItemFilter.ALL.withCategory(places.id()))).containsExactly("a", "b");
        assertThat(listed(ItemFilter.ALL.withCategory(Samples.IDS.next()))).isEmpty();
        assertThat(listed(ItemFilter.ALL.withResource(chat.id()))).containsExactly("a", "c");
        assertThat(listed(ItemFilter.ALL.withResource(other.id()).withCategory(places.id())))
                .containsExactly("b");
        assertThat(listed(ItemFilter.ALL.withResource(other.id()).withTypes(MemoryType.EVENT)))
                .isEmpty();
    }

    @Test
    void items_are_filtered_by_attributes_exactly() {
        int number = 0;
        for (String odd : OddTexts.ALL) {
            Map<String, String> attributes = Map.of(odd, "v" + odd, "shared", "yes");
            applied(
                    mine,
                    changes()
                            .put(Samples.item("item " + number++).toBuilder()
                                    .attributes(attributes)
                                    .build()));
        }
        applied(mine, changes().put(Samples.item("no attributes")));
        number = 0;
        for (String odd : OddTexts.ALL) {
            assertThat(listed(ItemFilter.ALL.withAttributes(Map.of(odd, "v" + odd))))
                    .containsExactly("item " + number++);
            assertThat(listed(ItemFilter.ALL.withAttributes(Map.of(odd, "v" + odd, "shared", "no"))))
                    .isEmpty();
            assertThat(listed(ItemFilter.ALL.withAttributes(Map.of("v" + odd, odd))))
                    .isEmpty();
        }
        assertThat(walk(
                        p -> mine.items(ItemFilter.ALL.withAttributes(Map.of("shared", "yes")), p),
                        PageRequest.newest(4),
                        MemoryItem::summary))
                .hasSize(OddTexts.ALL.size());
    }

    @Test
    void resources_are_filtered_by_modality_and_attributes() {
        Resource chat = Samples.resource("chat").toBuilder()
                .attributes(Map.of("a\"b", "100%", "x", "1"))
                .build();
        Resource image = Samples.resource("image").toBuilder()
                .modality(Modality.IMAGE)
                .attributes(Map.of("a\"b", "100_", "x", "1"))
                .build();
        applied(mine, changes().put(chat).put(image));
        assertThat(keys(ResourceFilter.ALL.withModalities(Modality.IMAGE, Modality.AUDIO)))
                .containsExactly("image");
        assertThat(keys(ResourceFilter.ALL.withAttributes(Map.of("a\"b", "100%"))))
                .containsExactly("chat");
        assertThat(keys(ResourceFilter.ALL.withAttributes(Map.of("x", "1")))).containsExactly("chat", "image");
        assertThat(keys(ResourceFilter.ALL.withAttributes(Map.of("x", "1")).withModalities(Modality.CONVERSATION)))
                .containsExactly("chat");
    }

    @Test
    void a_sparse_filter_still_fills_its_pages() {
        var changes = changes();
        IntStream.range(0, 200)
                .mapToObj(n -> Samples.item("statement " + n).toBuilder()
                        .attributes(n % 40 == 0 ? Map.of("rare", "yes") : Map.of())
                        .build())
                .forEach(changes::put);
        applied(mine, changes);
        ItemFilter rare = ItemFilter.ALL.withAttributes(Map.of("rare", "yes"));
        Page<MemoryItem> page = mine.items(rare, PageRequest.first(4));
        assertThat(page.rows())
                .extracting(MemoryItem::summary)
                .containsExactly("statement 0", "statement 40", "statement 80", "statement 120");
        assertThat(page.next()).isNotNull();
        assertThat(mine.items(rare, PageRequest.first(4).after(page.next())))
                .isEqualTo(new Page<>(mine.itemsWith(List.of(ItemKey.of(Samples.item("statement 160")))), null));
    }

    /** Three of one instant, the others around it; in the order of time and id. */
    private List<MemoryItem> storeSevenItems() {
        List<String> ids = sortedIds(7);
        long[] micros = {-2, -1, 0, 0, 0, 1, 2};
        List<MemoryItem> items = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            Instant at = SAME.plusNanos(micros[n] * 1_000);
            items.add(Samples.item("item " + n).toBuilder()
                    .id(ids.get(n))
                    .createdAt(at)
                    .updatedAt(at)
                    .reinforcedAt(at)
                    .build());
        }
        var changes = changes();
        for (int n : new int[] {5, 3, 1, 6, 4, 2, 0}) {
            changes.put(items.get(n));
        }
        applied(mine, changes);
        return items;
    }

    private static List<String> sortedIds(int count) {
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            ids.add(Samples.IDS.next());
        }
        Collections.sort(ids);
        return ids;
    }

    private List<String> listed(ItemFilter filter) {
        return mine.items(filter, PageRequest.first(100)).rows().stream()
                .map(MemoryItem::summary)
                .toList();
    }

    private List<String> keys(ResourceFilter filter) {
        return mine.resources(filter, PageRequest.first(100)).rows().stream()
                .map(Resource::sourceKey)
                .toList();
    }

    private static <T> List<String> walk(
            Function<PageRequest, Page<T>> list, PageRequest from, Function<T, String> name) {
        List<String> seen = new ArrayList<>();
        PageRequest request = from;
        @Nullable String next;
        do {
            Page<T> page = list.apply(request);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(from.limit());
            page.rows().forEach(row -> seen.add(name.apply(row)));
            assertThat(seen).as("rows of all pages").hasSizeLessThan(10_000);
            next = page.next();
            request = request.after(next);
        } while (next != null);
        return seen;
    }
}
