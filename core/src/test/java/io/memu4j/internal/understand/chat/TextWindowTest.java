package io.memu4j.internal.understand.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Passage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a text is cut. A passage of 100 tokens here has 84 of its own and 16 around it. */
class TextWindowTest {
    @Test
    void the_parts_of_a_message_stay_together_where_they_fit() {
        assertThat(cut(TextWindow.over(List.of(), text(1, 1, 3, 1), 400))).containsExactly("0 1", "2 2 2 3");
        assertThat(cut(TextWindow.over(List.of(), text(3, 3, 3), 400))).containsExactly("0 0 0", "1 1 1", "2 2 2");
    }

    @Test
    void a_message_that_is_longer_than_a_window_is_cut_between_its_parts() {
        assertThat(cut(TextWindow.over(List.of(), text(1, 6, 1), 400))).containsExactly("0 1 1 1", "1 1 1 2");
    }

    @Test
    void passages_of_their_own_are_cut_into_windows_of_about_the_same_size() {
        assertThat(cut(TextWindow.over(List.of(), text(1, 1, 1, 1, 1, 1), 400))).containsExactly("0 1 2", "3 4 5");
    }

    @Test
    void halves_are_cut_between_messages_where_there_are_several() {
        assertThat(cut(new TextWindow(List.of(), text(1, 4, 1)).halves())).containsExactly("0", "1 1 1 1 2");
        assertThat(cut(new TextWindow(List.of(), text(4, 2)).halves())).containsExactly("0 0 0 0", "1 1");
        assertThat(cut(new TextWindow(List.of(), text(9, 1)).halves())).containsExactly("0 0 0 0 0", "0 0 0 0 1");
        assertThat(cut(new TextWindow(List.of(), text(1, 1, 1, 1)).halves())).containsExactly("0 1", "2 3");
        assertThat(cut(new TextWindow(List.of(), text(4)).halves())).containsExactly("0 0", "0 0");
    }

    /** Messages with so many parts each. */
    private static List<Passage> text(int... parts) {
        List<Passage> passages = new ArrayList<>();
        for (int index = 0; index < parts.length; index++) {
            for (int part = 0; part < parts[index]; part++) {
                passages.add(Passage.builder("p" + passages.size(), "r", index, "x".repeat(4 * 84), Instant.EPOCH)
                        .part(part)
                        .speaker("Ana")
                        .role("user")
                        .build());
            }
        }
        return passages;
    }

    private static List<String> cut(List<TextWindow> windows) {
        return windows.stream()
                .map(window -> String.join(
                        " ",
                        window.passages().stream()
                                .map(p -> String.valueOf(p.index()))
                                .toList()))
                .toList();
    }
}
