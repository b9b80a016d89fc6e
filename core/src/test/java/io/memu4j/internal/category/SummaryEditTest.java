package io.memu4j.internal.category;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.internal.llm.answer.AnswerFields;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryEditTest {
    private static final String OLD = "## Pets\n- Ada keeps bees in Velden.\n\n- Ada repairs clocks.";
    private static final MemoryItem BEES = item("Ada keeps bees in Velden.");
    private static final MemoryItem BOATS = item("Ada builds wooden boats.");

    @Test
    void lines_are_numbered_and_blank_ones_are_not() {
        assertThat(SummaryEdit.numbered(OLD))
                .isEqualTo("[1] ## Pets\n[2] - Ada keeps bees in Velden.\n[3] - Ada repairs clocks.");
        assertThat(SummaryEdit.numbered("")).isEmpty();
        assertThat(SummaryEdit.withoutNumbers(SummaryEdit.numbered(OLD))).isEqualTo(OLD.replace("\n\n", "\n"));
    }

    @Test
    void new_lines_come_first_and_the_others_stay_word_by_word() {
        assertThat(applied("{\"remove\":[],\"add\":[\"Ada builds wooden boats.\"]}", task(List.of(BOATS), List.of())))
                .contains("- Ada builds wooden boats.\n## Pets\n- Ada keeps bees in Velden.\n- Ada repairs clocks.");
    }

    @Test
    void a_line_is_changed_by_removing_and_adding_it() {
        assertThat(applied(
                        "{\"remove\":[\"2\", 77],\"add\":[\"[2] - Ada gave her bees away.\"]}",
                        task(List.of(), List.of(BEES))))
                .contains("- Ada gave her bees away.\n## Pets\n- Ada repairs clocks.");
    }

    @Test
    void an_answer_that_keeps_what_is_gone_or_leaves_out_what_is_new_is_unusable() {
        assertThat(applied("{\"remove\":[],\"add\":[]}", task(List.of(BOATS), List.of())))
                .isEmpty();
        assertThat(applied("{\"remove\":[3],\"add\":[]}", task(List.of(), List.of(BEES))))
                .isEmpty();
        assertThat(applied("{\"lines\":[1]}", task(List.of(BOATS), List.of()))).isEmpty();
    }

    @Test
    void nothing_changes_where_the_summary_says_it_already() {
        assertThat(applied("{\"remove\":[],\"add\":[]}", task(List.of(item("Ada repairs clocks")), List.of())))
                .contains(OLD.replace("\n\n", "\n"));
    }

    private static Optional<String> applied(String answer, SummaryTask task) {
        try {
            return SummaryEdit.applied(new AnswerFields(new ObjectMapper().readTree(answer)), task);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static SummaryTask task(List<MemoryItem> added, List<MemoryItem> removed) {
        return new SummaryTask("x", "", OLD, added, removed, List.of(), false);
    }

    private static MemoryItem item(String text) {
        return MemoryItem.builder(text, MemoryType.PROFILE, text, Instant.EPOCH).build();
    }
}
