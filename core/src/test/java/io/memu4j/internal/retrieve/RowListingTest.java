package io.memu4j.internal.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowListingTest {
    @Test
    void of_a_long_topic_the_lines_that_speak_to_the_question_are_shown_in_their_order() {
        String summary = IntStream.range(0, 30)
                        .mapToObj(i -> "- Ana wrote chapter " + i + " of a long book about old lighthouses.")
                        .collect(Collectors.joining("\n"))
                + "\n- Ana is allergic to walnuts.\n- Her sister Eva is allergic to bees.";

        String shown = RowListing.excerpt(summary, "To what is Ana allergic?");

        assertThat(shown)
                .hasSizeLessThanOrEqualTo(400)
                .endsWith("- Ana is allergic to walnuts.\n- Her sister Eva is allergic to bees.");
    }

    @Test
    void a_short_topic_is_shown_whole() {
        assertThat(RowListing.excerpt(" - Ana lives in Porto.\n", "Who?")).isEqualTo("- Ana lives in Porto.");
    }
}
