package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Category;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryItem.Origin;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.Versioned;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts come back as they were given; ids that are none are unknown. */
abstract class TextContract extends StoreTopic {
    static Stream<String> oddTexts() {
        return OddTexts.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("oddTexts")
    void every_text_comes_back_as_it_was(String odd) {
        Resource chat = Samples.resource(odd).toBuilder()
                .caption(odd)
                .attributes(Map.of(odd, odd))
                .build();
        Passage passage = Passage.builder(Samples.IDS.next(), chat.id(), 0, odd, Samples.now())
                .speaker(odd)
                .role("user")
                .build();
        Category category = Samples.category("c" + odd).toBuilder().summary(odd).build();
        MemoryItem item = Samples.item(odd, List.of(passage), List.of(category)).toBuilder()
                .attributes(Map.of(odd, odd))
                .build();
        applied(mine, changes().put(chat).put(passage).put(category).put(item));

        assertThat(mine.resourceByKey(odd)).contains(chat.toBuilder().version(1).build());
        assertThat(mine.passagesOf(chat.id())).containsExactly(passage);
        assertThat(mine.categories())
                .containsExactly(category.toBuilder().version(1).build());
        assertThat(mine.itemsWith(List.of(ItemKey.of(item))))
                .containsExactly(item.toBuilder().version(1).build());
    }

    @Test
    void source_keys_are_compared_exactly() {
        for (String odd : OddTexts.ALL) {
            applied(mine, changes().put(Samples.resource(odd)));
        }
        for (String odd : OddTexts.ALL) {
            assertThat(mine.resourceByKey(odd).map(Resource::sourceKey)).contains(odd);
            assertThat(mine.resourceByKey(odd + "  ")).isEmpty();
        }
    }

    @Test
    void the_longest_texts_fit_also_when_they_are_emoji() {
        String longest = OddTexts.emoji(8_000);
        Resource chat = Samples.resource(OddTexts.emoji(4_000));
        Passage passage = Passage.builder(Samples.IDS.next(), chat.id(), 0, longest, Samples.now())
                .speaker(OddTexts.emoji(255))
                .role("r".repeat(32))
                .build();
        Category category = Samples.category(OddTexts.emoji(255));
        MemoryItem item = Samples.item("x" + OddTexts.emoji(7_999), List.of(passage), List.of(category));
        applied(mine, changes().put(chat).put(passage).put(category).put(item));
        assertThat(mine.resourceByKey(chat.sourceKey()))
                .contains(chat.toBuilder().version(1).build());
        assertThat(mine.passagesOf(chat.id())).containsExactly(passage);
        assertThat(mine.category(category.id()))
                .contains(category.toBuilder().version(1).build());
        assertThat(mine.item(item.id())).contains(item.toBuilder().version(1).build());
    }

    @Test
    void captions_summaries_and_attributes_of_100_kilobytes_fit() {
        String large = OddTexts.emoji(100_000);
        Resource chat = Samples.resource("chat").toBuilder()
                .caption(large)
                .attributes(Map.of("large", large))
                .build();
        Category category =
                Samples.category("places").toBuilder().summary(large).build();
        MemoryItem item = Samples.item("Statement").toBuilder()
                .attributes(Map.of("large", large))
                .build();
        applied(mine, changes().put(chat).put(category).put(item));
        assertThat(mine.resource(chat.id()))
                .contains(chat.toBuilder().version(1).build());
        assertThat(mine.category(category.id()))
                .contains(category.toBuilder().version(1).build());
        assertThat(mine.items(ItemFilter.ALL.withAttributes(Map.of("large", large)), PageRequest.first(1))
                        .rows())
                .containsExactly(item.toBuilder().version(1).build());
    }

    static Stream<String> oddIds() {
        return Stream.concat(
                OddTexts.ALL.stream(),
                Stream.of("", " ", "a\u0000b", "\uD83D", "0".repeat(36), "0".repeat(37), OddTexts.emoji(100_000)));
    }

    @ParameterizedTest
    @MethodSource("oddIds")
    void any_text_may_be_asked_for_and_is_an_unknown_id(String odd) {
        applied(
                mine,
                changes().put(Samples.resource("a")).put(Samples.category("b")).put(Samples.item("c")));
        List<String> ids = List.of(odd);
        assertThat(mine.resource(odd)).isEmpty();
        assertThat(mine.resources(ids)).isEmpty();
        assertThat(mine.resourceByKey("?" + odd)).isEmpty();
        assertThat(mine.passagesOf(odd)).isEmpty();
        assertThat(mine.lastPassageOf(odd)).isEmpty();
        assertThat(mine.passages(ids)).isEmpty();
        assertThat(mine.item(odd)).isEmpty();
        assertThat(mine.items(ids)).isEmpty();
        assertThat(mine.itemsCiting(ids)).isEmpty();
        assertThat(mine.category(odd)).isEmpty();
        PageRequest page = PageRequest.first(10);
        assertThat(mine.items(ItemFilter.ALL.withCategory(odd), page).rows()).isEmpty();
        assertThat(mine.items(ItemFilter.ALL.withResource(odd), page).rows()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("oddIds")
    void a_write_that_names_no_id_is_refused_as_one_that_names_an_unknown_id(String odd) {
        MemoryItem item = Samples.item("Statement");
        applied(mine, changes().put(item));
        refused(Cause.SOURCE, mine, changes().deleteResource(new Versioned(odd, 1)));
        refused(Cause.ITEM, mine, changes().deleteItem(new Versioned(odd, 1)));
        refused(
                Cause.SOURCE,
                mine,
                changes()
                        .put(item.toBuilder()
                                .passageIds(List.of(odd))
                                .version(1)
                                .build()));
        refused(
                Cause.CATEGORY,
                mine,
                changes()
                        .put(item.toBuilder()
                                .categoryIds(List.of(odd))
                                .version(1)
                                .build()));
        applied(mine, changes().deletePassage(odd));
        assertThat(mine.item(item.id()))
                .contains(item.toBuilder()
                        .reinforcements(1)
                        .reinforcedAt(item.reinforcedAt())
                        .origin(Origin.EXTRACTED)
                        .version(1)
                        .build());
    }
}
