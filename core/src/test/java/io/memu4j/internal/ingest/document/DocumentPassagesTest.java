package io.memu4j.internal.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.memu4j.internal.value.Texts;
import io.memu4j.model.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentPassagesTest {
    private static final String LONG = "This sentence makes the paragraph long enough to stand by itself. "
            .repeat(5)
            .strip();

    @Test
    void headings_lead_the_passages_under_them() {
        assertThat(DocumentPassages.of("# Trip\n\n## Plan\n" + LONG + "\n\n" + LONG + "\n\nCosts\n-----\nNot much."))
                .containsExactly("# Trip > Plan\n\n" + LONG, "# Trip > Plan\n\n" + LONG, "# Trip > Costs\n\nNot much.");
    }

    @Test
    void a_heading_with_nothing_below_it_is_not_lost() {
        assertThat(DocumentPassages.of("# A\n## B\n## C\ntext\n# D"))
                .containsExactly("# A > B", "# A > C\n\ntext", "# D");
        assertThat(DocumentPassages.of("# Only")).containsExactly("# Only");
    }

    @Test
    void short_paragraphs_go_together_and_long_ones_stand_alone() {
        assertThat(DocumentPassages.of("One.\n\nTwo.\n\n" + LONG + "\n\n" + LONG + "\n\nThe end."))
                .containsExactly("One.\n\nTwo.\n\n" + LONG, LONG + "\n\nThe end.");
    }

    @Test
    void a_paragraph_over_the_preferred_length_is_cut_where_sentences_end() {
        List<String> passages = DocumentPassages.of("A sentence of the middle length. ".repeat(200));

        assertThat(passages).hasSizeGreaterThan(5).allMatch(p -> p.length() <= 1_200 && p.endsWith("length."));
    }

    @Test
    void code_is_kept_whole_with_its_blank_lines_and_its_announcement() {
        String code = "```java\n# no heading\n\n\n- no item\n" + "int x;\n".repeat(300) + "```";

        assertThat(DocumentPassages.of("Text.\n\n" + code + "\n\n" + LONG)).contains(code);
        assertThat(DocumentPassages.of(LONG + "\nRun this:\n\n~~~\nrun\n~~~\n"))
                .containsExactly(LONG + "\nRun this:\n\n~~~\nrun\n~~~");
        assertThat(DocumentPassages.of("```\nnever closed\n\n# text")).containsExactly("```\nnever closed\n\n# text");
    }

    @Test
    void a_list_is_kept_together_and_a_long_one_is_cut_between_items() {
        assertThat(DocumentPassages.of("- one\n\n- two\n  more\n\n  and more\n- three"))
                .containsExactly("- one\n\n- two\n  more\n\n  and more\n- three");
        List<String> passages = DocumentPassages.of(("- " + LONG + "\n").repeat(20));
        assertThat(passages).hasSizeGreaterThan(5).allMatch(p -> p.startsWith("- ") && p.endsWith("itself."));
    }

    @Test
    void code_under_a_list_item_belongs_to_the_list() {
        String list = "- one\n\n  ```\n  # code\n\n  - code\n  ```\n- two";

        assertThat(DocumentPassages.of(list)).containsExactly(list);
    }

    @Test
    void a_table_is_kept_whole() {
        String table =
                "| name | city |\n|---|---|\n" + "| Ana | Porto |\n".repeat(100).strip();

        assertThat(DocumentPassages.of(LONG + "\n\n" + table + "\n\n" + LONG)).containsExactly(LONG, table, LONG);
    }

    @Test
    void front_matter_and_rules_are_left_out() {
        assertThat(DocumentPassages.of("---\ntitle: Trip\ntags:\n  - a\n---\n\nText.\n\n***\n\nMore."))
                .containsExactly("Text.\n\nMore.");
        assertThat(DocumentPassages.of("---\nNo metadata, just text.\n---\n")).isNotEmpty();
        assertThat(DocumentPassages.of("---\ntitle: Trip\n---\n")).isEmpty();
        assertThat(DocumentPassages.of(" \n\n\t")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void no_word_of_a_plain_text_is_lost_and_no_passage_is_too_long(long seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "word ",
            "Sentence here. ",
            "\n",
            "\n\n",
            "\n\n\n",
            "\ud83d\ude00",
            "- item\n",
            "  indented\n",
            "| a | b |\n",
            "long".repeat(700),
            "\u4f60\u597d\u3002",
            "1. first\n",
            "z".repeat(9_000),
            "    ",
            "```\n"
        };
        for (int round = 0; round < 60; round++) {
            StringBuilder text = new StringBuilder("Start ");
            for (int i = random.nextInt(120); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }

            List<String> passages = DocumentPassages.of(text.toString());

            assertThat(dense(String.join("", passages))).isEqualTo(dense(text.toString()));
            assertThat(passages).allSatisfy(passage -> {
                assertThat(passage.length()).isBetween(1, Passage.MAX_LENGTH);
                assertThat(passage).isNotBlank();
                assertThat(Texts.hasLoneSurrogate(passage)).isFalse();
            });
        }
    }

    @Test
    void hostile_text_is_cut_in_time_proportional_to_its_length() {
        for (String hostile : List.of(
                "x".repeat(3_000_000),
                " ".repeat(3_000_000) + "x",
                "- ".repeat(1_500_000),
                "#".repeat(3_000_000),
                "# " + "a #".repeat(1_000_000),
                "```".repeat(1_000_000),
                "|\n".repeat(1_000_000),
                "- a\n\n".repeat(500_000),
                "- a" + "\n".repeat(2_000_000) + "x",
                "---\n" + "a:".repeat(1_000_000))) {
            List<String> passages =
                    assertTimeoutPreemptively(Duration.ofSeconds(60), () -> DocumentPassages.of(hostile));
            assertThat(passages).allMatch(p -> p.length() <= Passage.MAX_LENGTH);
        }
    }

    @Test
    void the_tutorial_keeps_all_its_words() throws IOException {
        String text;
        try (InputStream in = getClass().getResourceAsStream("/samples/doc-rag.md")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> passages = DocumentPassages.of(text);
        String all = String.join("\n", passages);

        assertThat(text.lines().skip(3).filter(line -> !line.isBlank() && !line.startsWith("#") && !line.equals("---")))
                .allMatch(all::contains);
        assertThat(passages)
                .filteredOn(p -> p.length() > DocumentPassages.PREFERRED + HeadingPath.MAX_LENGTH)
                .allMatch(p -> p.contains("```") || p.contains("|"));
    }

    private static String dense(String text) {
        return text.replaceAll("\\s+", "");
    }
}
