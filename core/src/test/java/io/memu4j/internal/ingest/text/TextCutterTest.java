package io.memu4j.internal.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.internal.value.Texts;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextCutterTest {
    private static final String[] PIECES = {
        "word",
        " ",
        " ",
        "\n",
        "\n\n",
        ". ",
        "! ",
        "a",
        "\u4f60\u597d\u3002",
        "\ud83d\ude00",
        "\ud83d\udc69\u200d\ud83d\udc67",
        "e\u0301",
        "\ud83d\udc4d\ud83c\udffd",
        "x".repeat(150),
        "\u202f",
        "\u3042".repeat(60)
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void parts_are_the_text_and_never_too_long_nor_cut_in_a_character(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String text = text(random);
            int limit = 41 + random.nextInt(200);

            List<String> parts = TextCutter.cut(text, limit);

            assertThat(String.join("", parts)).isEqualTo(text);
            assertThat(parts).allSatisfy(part -> {
                assertThat(part.length()).isBetween(1, limit);
                assertThat(Texts.hasLoneSurrogate(part)).isFalse();
                assertThat(part)
                        .doesNotStartWith("\u0301")
                        .doesNotStartWith("\u200d")
                        .doesNotEndWith("\u200d");
            });
        }
    }

    @Test
    void a_part_ends_with_a_sentence_where_it_can() {
        String text = "The first one is here. The second one follows it. The third is the last one.";

        assertThat(TextCutter.cut(text, 60))
                .containsExactly("The first one is here. The second one follows it. ", "The third is the last one.");
    }

    @Test
    void without_sentences_a_part_ends_with_a_word_and_without_words_at_the_limit() {
        assertThat(TextCutter.cut("seven letters and another few words then no end", 42))
                .containsExactly("seven letters and another few words then ", "no end");
        assertThat(TextCutter.cut("x".repeat(100), 50)).containsExactly("x".repeat(50), "x".repeat(50));
    }

    @Test
    void endless_combining_characters_are_cut_all_the_same() {
        assertThat(TextCutter.cut("a" + "\u0301".repeat(500), 100)).hasSizeBetween(6, 12);
        assertThat(String.join("", TextCutter.cut("\ud83c\udffd".repeat(500), 101)))
                .isEqualTo("\ud83c\udffd".repeat(500));
    }

    @Test
    void a_short_text_is_one_part_and_an_empty_one_none() {
        assertThat(TextCutter.cut("short", 41)).containsExactly("short");
        assertThat(TextCutter.cut("", 41)).isEmpty();
        assertThatThrownBy(() -> TextCutter.cut("a", 10)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(300);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
