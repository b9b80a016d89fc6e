package io.memu4j.internal.category;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateItemAppenderTest {
    @Test
    void facts_stand_at_the_end_in_their_order_below_what_the_model_wrote() {
        assertThat(LateItemAppender.of(
                        task("## Home\n\n- Ana lives in Porto.", "Ana has a dog.", "The dog is old."), 50))
                .isEqualTo("## Home\n\n- Ana lives in Porto.\n- Ana has a dog.\n- The dog is old.");
    }

    @Test
    void below_prose_they_are_a_list_of_their_own() {
        assertThat(LateItemAppender.of(task("Ana lives in Porto.", "Ana has a dog."), 50))
                .isEqualTo("Ana lives in Porto.\n\n- Ana has a dog.");
    }

    @Test
    void what_the_summary_says_already_is_not_said_twice() {
        String summary = "- Ana lives in Porto.\n- Ana has a dog.";
        assertThat(LateItemAppender.of(task(summary, "Ana has a dog.", "Ana lives in Porto"), 50))
                .isEqualTo(summary);
    }

    @Test
    void the_first_summary_of_a_category_is_the_facts_alone() {
        assertThat(LateItemAppender.of(task("", "Ana has a dog."), 50)).isEqualTo("- Ana has a dog.");
    }

    @Test
    void a_summary_that_would_get_longer_than_its_target_is_left_to_the_model() {
        assertThat(LateItemAppender.of(task("- Ana lives in Porto.", "Ana has a dog."), 10))
                .isNotNull();
        assertThat(LateItemAppender.of(task("- Ana lives in Porto.", "Ana has a dog."), 9))
                .isNull();
    }

    @Test
    void where_something_has_to_go_or_the_facts_are_news_it_is_left_to_the_model() {
        List<MemoryItem> dog = List.of(item("Ana has a dog."));
        assertThat(LateItemAppender.of(new SummaryTask("home", "", "", dog, dog, List.of(), true), 50))
                .isNull();
        assertThat(LateItemAppender.of(new SummaryTask("home", "", "", dog, List.of(), List.of(), false), 50))
                .isNull();
    }

    private static SummaryTask task(String old, String... added) {
        List<MemoryItem> items =
                Arrays.stream(added).map(LateItemAppenderTest::item).toList();
        return new SummaryTask("home", "", old, items, List.of(), List.of(), true);
    }

    private static MemoryItem item(String text) {
        Instant now = Instant.EPOCH;
        return MemoryItem.builder("id", MemoryType.PROFILE, text, now).build();
    }
}
