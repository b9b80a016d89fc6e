package io.memu4j.internal.llm.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAnswerTest {
    private static final String GOOD = "{\"items\": [{\"text\": \"A\", \"n\": [1, 2]}, {\"text\": \"B\", \"n\": [3]}]}";
    private static final Predicate<JsonNode> WITH_ITEMS =
            root -> root.path("items").isArray() || root.isArray();

    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                "```json\n" + GOOD + "\n```",
                "```\n" + GOOD,
                "Sure! Here [as asked] is {the} answer:\n" + GOOD + "\nLet me know {if} it helps.",
                "<think>A draft: {\"items\": [{\"text\": \"wrong\"}]}</think>\n" + GOOD,
                "A draft without an opening tag: {\"items\": []} </think>" + GOOD,
                "{\"items\": [{'text': 'A', 'n': [1, 2,],}, {text: \"B\", n: [3]},],}",
                "{// the items\n"
                        + "\"items\": [{\"text\": \"A\", \"n\": [1, 2]}, /* and */ {\"text\": \"B\", \"n\": [3]}]}",
                "{\"items\": []}\nNo, wait, better:\n" + GOOD,
                "\uFEFF" + GOOD,
                "{\"items\": [{\"text\": \"A\", \"n\": [01, +2]}, {\"text\": \"B\", \"n\": [3]}]}",
            })
    void what_can_be_read_is_read(String answer) {
        assertThat(items(JsonAnswer.read(answer, WITH_ITEMS)))
                .hasToString(complete(GOOD).get("items").toString());
    }

    @Test
    void what_is_cut_off_keeps_its_complete_entries_at_every_length() {
        int first = GOOD.indexOf('}') + 1;
        for (int length = 1; length < GOOD.length(); length++) {
            JsonAnswer answer = JsonAnswer.read(GOOD.substring(0, length), WITH_ITEMS);
            int entries = length < GOOD.indexOf('[') + 1 ? -1 : length < first ? 0 : length < GOOD.length() - 2 ? 1 : 2;
            if (entries < 0) {
                assertThat(answer).as("length " + length).isInstanceOf(JsonAnswer.Unusable.class);
            } else {
                assertThat(answer).isInstanceOfSatisfying(JsonAnswer.Salvaged.class, salvaged -> {
                    assertThat(salvaged.cutOff()).as(salvaged.toString()).isTrue();
                    assertThat(salvaged.root().get("items")).hasSize(entries);
                });
            }
        }
    }

    @Test
    void what_is_broken_in_the_middle_keeps_what_came_before() {
        String broken = GOOD.replace(", {\"text\": \"B\"", " @@@ {\"text\": \"B\"");
        assertThat(JsonAnswer.read(broken, WITH_ITEMS)).isInstanceOfSatisfying(JsonAnswer.Salvaged.class, salvaged -> {
            assertThat(salvaged.cutOff()).isFalse();
            assertThat(salvaged.root().get("items")).hasSize(1);
        });
    }

    @Test
    void two_entries_that_ran_into_each_other_are_not_one() {
        String merged = GOOD.replace("\"n\": [1, 2]}, {", "");
        assertThat(JsonAnswer.read(merged, root -> root.has("items")))
                .isInstanceOfSatisfying(
                        JsonAnswer.Salvaged.class,
                        salvaged -> assertThat(salvaged.root().get("items")).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t",
                "I'm sorry, I can't help with that.",
                "null",
                "42",
                "\"items\"",
                "{\"answer\": \"I cannot do that\"}",
                "{}",
                "{",
                "[{",
                "{\"items\": null}",
            })
    void what_is_no_answer_is_unusable_with_a_reason(String answer) {
        assertThat(JsonAnswer.read(answer, root -> root.path("items").isArray()))
                .isInstanceOfSatisfying(JsonAnswer.Unusable.class, unusable -> assertThat(unusable.reason())
                        .isNotBlank());
    }

    @Test
    void an_empty_list_counts_only_where_it_is_the_answer() {
        assertThat(JsonAnswer.read("[]", JsonNode::isArray)).isInstanceOf(JsonAnswer.Complete.class);
        assertThat(JsonAnswer.read("{\"a\": @, \"tags\": []}", JsonNode::isArray))
                .isInstanceOf(JsonAnswer.Unusable.class);
    }

    @Test
    void noise_and_depth_end_without_an_exception() {
        Random random = new Random(7);
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            noise.append("{}[]\"',:\\ab1\n ".charAt(random.nextInt(14)));
        }
        assertThat(JsonAnswer.read(noise.toString(), WITH_ITEMS)).isNotNull();
        assertThat(JsonAnswer.read("[".repeat(100_000), root -> root.has("items")))
                .isInstanceOf(JsonAnswer.Unusable.class);
        assertThat(JsonAnswer.read("{\"items\":".repeat(100_000), WITH_ITEMS)).isNotNull();
        assertThat(JsonAnswer.read("{\"items\": [" + "9".repeat(100_000) + "]}", WITH_ITEMS))
                .isNotNull();
        assertThat(JsonAnswer.read("x".repeat(50_000) + GOOD + "y".repeat(50_000), WITH_ITEMS))
                .isInstanceOf(JsonAnswer.Complete.class);
        assertThat(JsonAnswer.read("<think>".repeat(20_000) + "</think>".repeat(20_000) + GOOD, WITH_ITEMS))
                .isInstanceOf(JsonAnswer.Complete.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<think>x</think>",
                "<think>x</think> \n",
                "<think></think>",
                " <THINK>x</THINK><reasoning>y</reasoning>",
                "</think>",
                "<think>x</think></think>",
                "Well. <think>x</think>",
            })
    void thoughts_and_nothing_after_them_are_no_answer(String answer) {
        assertThat(JsonAnswer.read(answer, WITH_ITEMS)).isInstanceOf(JsonAnswer.Unusable.class);
    }

    @Test
    void long_thoughts_end_without_an_exception_and_soon() {
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThat(JsonAnswer.read("<think>a</think>".repeat(200_000) + GOOD, WITH_ITEMS))
                    .isInstanceOf(JsonAnswer.Complete.class);
            assertThat(JsonAnswer.read("Well. " + "<think>".repeat(500_000) + GOOD, WITH_ITEMS))
                    .isInstanceOf(JsonAnswer.Complete.class);
            assertThat(JsonAnswer.read("Well. " + "</think>".repeat(400_000), WITH_ITEMS))
                    .isInstanceOf(JsonAnswer.Unusable.class);
            assertThat(JsonAnswer.read("<think>a" + "</think>{<think>".repeat(200_000), WITH_ITEMS))
                    .isNotNull();
        });
    }

    @Test
    void a_thought_that_does_not_end_hides_no_other_one() {
        String answer = "Well. <think> <reasoning>{\"items\": [{\"text\": \"wrong\"}]}</REASONING> " + GOOD;
        assertThat(items(JsonAnswer.read(answer, WITH_ITEMS)))
                .hasToString(complete(GOOD).get("items").toString());
    }

    @Test
    void fields_are_read_whatever_they_hold() {
        AnswerFields fields = new AnswerFields(complete(
                "{\"Item_Type\": \" a \", \"n\": [1, \"2\", -3, 4.5, null, \"x\", 99999999999, NaN, {}, [5]], \"one\":"
                        + " 7, \"tags\": \"x\", \"none\": null, \"items\": [], \"yes\": \"True\", \"number\": 3.5}"));
        assertThat(fields.text("itemType")).contains("a");
        assertThat(fields.text("n")).isEmpty();
        assertThat(fields.integers("n")).containsExactly(1, 2, -3);
        assertThat(fields.integers("one")).containsExactly(7);
        assertThat(fields.texts("tags")).containsExactly("x");
        assertThat(fields.texts("none")).isEmpty();
        assertThat(fields.value("none")).isEmpty();
        assertThat(fields.truth("yes")).contains(true);
        assertThat(fields.truth("n")).isEmpty();
    }

    private static JsonNode complete(String answer) {
        return ((JsonAnswer.Complete) JsonAnswer.read(answer, WITH_ITEMS)).root();
    }

    private static JsonNode items(JsonAnswer answer) {
        assertThat(answer).isInstanceOf(JsonAnswer.Complete.class);
        return ((JsonAnswer.Complete) answer).root().get("items");
    }
}
