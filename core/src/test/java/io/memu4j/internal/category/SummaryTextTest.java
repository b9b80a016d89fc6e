package io.memu4j.internal.category;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTextTest {
    private static final SummaryTask NOTHING_GONE = task(List.of(), List.of());

    @Test
    void a_summary_within_its_length_stays_as_it_is_without_code_fences() {
        String markdown = "# Home\n\n- Ana lives in Porto.\n- It has {three} rooms.";
        assertThat(SummaryText.of("```markdown\n" + markdown + "\n```", NOTHING_GONE, 50))
                .contains(markdown);
    }

    @Test
    void a_longer_one_ends_with_a_sentence_and_never_within_a_word() {
        assertThat(SummaryText.of("- One two three.\n- Four five. Six seven eight nine.", NOTHING_GONE, 8))
                .contains("- One two three.\n- Four five.");
        assertThat(SummaryText.of("One two three four five six", NOTHING_GONE, 3))
                .contains("One two three…");
        assertThat(SummaryText.of("アナはポルトに住んでいます。猫が好きです。", NOTHING_GONE, 15)).contains("アナはポルトに住んでいます。");
    }

    @Test
    void what_is_no_summary_is_none() {
        assertThat(SummaryText.of("{\"summary\": \"x\"}", NOTHING_GONE, 50)).isEmpty();
        assertThat(SummaryText.of("  \n- 12\n", NOTHING_GONE, 50)).isEmpty();
    }

    @Test
    void a_line_that_says_what_is_gone_goes_unless_it_still_holds() {
        SummaryTask gone = task(List.of(item("Ana lives in Porto.")), List.of());
        assertThat(SummaryText.of("- Ana lives in Porto\n- Ana likes tea.", gone, 50))
                .contains("- Ana likes tea.");
        SummaryTask holds = task(List.of(item("Ana lives in Porto.")), List.of(item("Ana lives in Porto")));
        assertThat(SummaryText.of("- Ana lives in Porto", holds, 50)).contains("- Ana lives in Porto");
    }

    private static SummaryTask task(List<MemoryItem> removed, List<MemoryItem> remaining) {
        return new SummaryTask("home", "", "", List.of(), removed, remaining, false);
    }

    private static MemoryItem item(String text) {
        return MemoryItem.builder("i", MemoryType.PROFILE, text, Instant.EPOCH)
                .version(1)
                .build();
    }
}
