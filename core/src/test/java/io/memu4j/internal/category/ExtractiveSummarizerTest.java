package io.memu4j.internal.category;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import io.memu4j.model.TimeBound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExtractiveSummarizerTest {
    private final ExtractiveSummarizer summarizer = new ExtractiveSummarizer(400);

    @Test
    void new_items_come_before_what_was_known_newest_first() {
        String summary =
                summary("- Ana has a dog.", List.of(item("Ana moved to Porto."), item("Ana works at a bank.")));
        assertThat(summary.lines())
                .containsExactly("- Ana works at a bank.", "- Ana moved to Porto.", "- Ana has a dog.");
    }

    @Test
    void a_date_stands_behind_the_statement_unless_it_names_it() {
        MemoryItem undated = item("Ana went to the opera.", LocalDate.of(2023, 5, 7), 1);
        MemoryItem dated = item("Ana went skiing yesterday (7 May 2023).", LocalDate.of(2023, 5, 7), 1);
        assertThat(summary("", List.of(dated, undated)).lines())
                .containsExactly("- Ana went to the opera. (7 May 2023)", "- Ana went skiing yesterday (7 May 2023).");
    }

    @Test
    void the_same_task_on_its_own_result_changes_nothing() {
        List<MemoryItem> added = IntStream.range(0, 100)
                .mapToObj(i -> item("Ana planted tree number " + i + " in garden " + (i % 7) + "."))
                .toList();
        String once = summary("- Ana has a dog.\n- Ana sings.", added);
        assertThat(summary(once, added)).isEqualTo(once);
    }

    @Test
    void a_summary_keeps_within_its_words_and_drops_the_oldest() {
        ExtractiveSummarizer tight = new ExtractiveSummarizer(12);
        String summary = tight.summarize(
                        List.of(task(
                                "- Ana has an old brown dog.",
                                List.of(item("Ana moved to Porto."), item("Ana works at a bank.")))),
                        ModelCalls.none())
                .get(0);
        assertThat(summary.lines()).containsExactly("- Ana works at a bank.", "- Ana moved to Porto.");
    }

    @Test
    void what_was_stated_often_outlives_what_was_stated_once() {
        ExtractiveSummarizer tight = new ExtractiveSummarizer(9);
        String summary = tight.summarize(
                        List.of(task(
                                "",
                                List.of(
                                        item("Ana moved to Porto.", null, 3),
                                        item("Ana once ate cake."),
                                        item("Ana works at a bank.")))),
                        ModelCalls.none())
                .get(0);
        assertThat(summary.lines()).containsExactly("- Ana works at a bank.", "- Ana moved to Porto.");
    }

    @Test
    void repetitions_go_and_the_newer_wording_stays() {
        String summary = summary(
                "- Ana bought a red bicycle in Lisbon yesterday.",
                List.of(item("Ana bought a red bicycle in Lisbon.")));
        assertThat(summary).isEqualTo("- Ana bought a red bicycle in Lisbon.");
    }

    @Test
    void removed_items_leave_and_what_remains_is_told_anew() {
        MemoryItem gone = item("Ana lives in Lisbon.");
        SummaryTask task = new SummaryTask(
                "personal_info",
                "",
                "- Ana lives in Lisbon.\n- The view of Lisbon pleases Ana.\n- Ana has a dog.",
                List.of(item("Ana lives in Porto.")),
                List.of(gone),
                List.of(item("Ana has a dog.")),
                false);
        assertThat(summarizer.summarize(List.of(task), ModelCalls.none()))
                .containsExactly("- Ana lives in Porto.\n- Ana has a dog.");
    }

    @Test
    void what_has_ended_stands_at_the_end_with_the_day_until_it_held() {
        MemoryItem gone = item("Ana lives in Lisbon.");
        MemoryItem closed = gone.toBuilder()
                .holds(gone.holds()
                        .withUntil(new TimeBound(LocalDate.of(2026, 4, 20).atTime(9, 30), HappenedAt.Precision.MINUTE)))
                .build();
        String moved = summarizer
                .summarize(
                        List.of(ended(
                                "- Ana lives in Lisbon.",
                                List.of(item("Ana moved to Porto.")),
                                List.of(gone),
                                List.of(closed))),
                        ModelCalls.none())
                .get(0);
        assertThat(moved).isEqualTo("- Ana moved to Porto.\n- until 20 April 2026: Ana lives in Lisbon.");
        assertThat(summary(moved, List.of(item("Ana sings."))))
                .isEqualTo("- Ana sings.\n- Ana moved to Porto.\n- until 20 April 2026: Ana lives in Lisbon.");
        assertThat(summary(moved, List.of(gone))).isEqualTo("- Ana lives in Lisbon.\n- Ana moved to Porto.");
        assertThat(summarizer.summarize(
                        List.of(new SummaryTask(
                                "x",
                                "",
                                moved,
                                List.of(),
                                List.of(closed),
                                List.of(item("Ana moved to Porto.")),
                                false)),
                        ModelCalls.none()))
                .containsExactly("- Ana moved to Porto.");
    }

    @Test
    void what_is_new_stays_where_not_everything_fits() {
        ExtractiveSummarizer tight = new ExtractiveSummarizer(9);
        String summary = tight.summarize(
                        List.of(task(
                                "- Ana is allergic to nuts.\n- Ana works at a bank.",
                                List.of(item("Ana once ate cake.")))),
                        ModelCalls.none())
                .get(0);
        assertThat(summary).startsWith("- Ana once ate cake.");
    }

    @Test
    void nothing_is_left_when_the_last_item_goes() {
        SummaryTask task =
                new SummaryTask("x", "", "- Ana sings.", List.of(), List.of(item("Ana sings.")), List.of(), false);
        assertThat(summarizer.summarize(List.of(task), ModelCalls.none())).containsExactly("");
    }

    @Test
    void one_summary_per_task_in_order() {
        assertThat(summarizer.summarize(
                        List.of(task("- A b c.", List.of()), task("- D e f.", List.of())), ModelCalls.none()))
                .containsExactly("- A b c.", "- D e f.");
    }

    private String summary(String old, List<MemoryItem> added) {
        return summarizer
                .summarize(List.of(task(old, added)), ModelCalls.none())
                .get(0);
    }

    private static SummaryTask task(String old, List<MemoryItem> added) {
        return new SummaryTask("name", "description", old, added, List.of(), List.of(), false);
    }

    private static SummaryTask ended(
            String old, List<MemoryItem> added, List<MemoryItem> removed, List<MemoryItem> ended) {
        return new SummaryTask("name", "", old, added, removed, List.of(), ended, false, null);
    }

    private static MemoryItem item(String text) {
        return item(text, null, 1);
    }

    private static MemoryItem item(String text, LocalDate day, int reinforcements) {
        HappenedAt when = day == null
                ? null
                : new HappenedAt(day.atStartOfDay(), day.plusDays(1).atStartOfDay(), HappenedAt.Precision.DAY);
        return MemoryItem.builder("id", MemoryType.EVENT, text, Instant.EPOCH)
                .happenedAt(when)
                .reinforcements(reinforcements)
                .build();
    }
}
