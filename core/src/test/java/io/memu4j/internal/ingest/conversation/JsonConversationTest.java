package io.memu4j.internal.ingest.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.model.ConversationMessage;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonConversationTest {
    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"role\":\"user\",\"name\":\"Ana\",\"content\":\"Hi\",\"x\":{\"y\":[1]}},{\"role\":\"assistant\",\"content\":\"Yes?\"}]",
                "{\"id\":7,\"messages\":[{\"role\":\"human\",\"name\":\"Ana\",\"content\":{\"text\":\"Hi\"}},{\"role\":\"AI\",\"content\":\"Yes?\"}]}",
                "{\"content\":[{\"speaker\":\"Ana\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"},{\"type\":\"image_url\"}]},"
                        + "{\"role\":\"bot\",\"content\":[\"Yes?\"]}]}",
                "{\"name\":\"Ana\",\"content\":\"Hi\"}\n\n{\"role\":\"model\",\"text\":\"Yes?\"}\n"
            })
    void every_shape_gives_the_same_messages(String json) {
        List<ConversationMessage> expected =
                List.of(ConversationMessage.user("Ana", "Hi"), ConversationMessage.assistant("Yes?"));

        assertThat(recognised("chat.json", json)).isEqualTo(expected);
        assertThat(recognised(null, "\n " + json)).isEqualTo(expected);
        assertThat(Conversations.read(new TextContent("The file x", "notes.md", json), LISBON))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "2025-10-20T11:36:14Z"             | 2025-10-20T11:36:14Z
                    "2025-10-20T11:36:14+02:00"        | 2025-10-20T11:36:14+02:00
                    "2025-10-20T11:36:14.123456789-0330" | 2025-10-20T11:36:14.123456-03:30
                    "2025-10-20 11:36:14"              | 2025-10-20T11:36:14+01:00
                    "2025-12-20 11:36:14.5"            | 2025-12-20T11:36:14.5Z
                    "2025-10-20 11:36"                 | 2025-10-20T11:36+01:00
                    "2025/10/20 11:36:14"              | 2025-10-20T11:36:14+01:00
                    "2025-10-20 11:36:14 UTC"          | 2025-10-20T11:36:14Z
                    "2025-10-20 11:36:14 +00:00"       | 2025-10-20T11:36:14Z
                    "2025-10-20"                       | 2025-10-20T00:00+01:00
                    "1760956574"                       | 2025-10-20T11:36:14+01:00
                    1760956574                         | 2025-10-20T11:36:14+01:00
                    1760956574.25                      | 2025-10-20T11:36:14.25+01:00
                    1760956574250                      | 2025-10-20T11:36:14.25+01:00
                    1760956574250001                   | 2025-10-20T11:36:14.250001+01:00
                    """)
    void times_are_read_as_exports_write_them(String written, OffsetDateTime time) {
        List<ConversationMessage> messages =
                recognised("c.json", "[{\"role\":\"user\",\"content\":\"Hi\",\"created_at\":" + written + "}]");

        // Equal as values, not merely the same instant.
        assertThat(messages.get(0)).isEqualTo(ConversationMessage.user("Hi").at(time));
    }

    @Test
    void an_absent_time_is_unknown_and_a_null_content_empty() {
        assertThat(
                        recognised(
                                "c.json",
                                "[{\"role\":\"user\",\"content\":\"Hi\",\"created_at\":null},{\"role\":\"assistant\",\"content\":null,\"created_at\":\"\"}]"))
                .containsExactly(ConversationMessage.user("Hi"), ConversationMessage.assistant(""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [{"content":"a"}, 7]                                | message 1 (counted from 0) is not an object
                    [{"content":"a"}, {"role":"user"}]                  | message 1 (counted from 0) has no content
                    [{"content":"a"}, {"content":7}]                    | message 1 (counted from 0) has a content that is not text
                    [{"content":"a"}, {"content":{"x":"hunter2"}}]      | message 1 (counted from 0) has a content that is not text
                    [{"content":"a","created_at":"hunter2"}]            | message 0 (counted from 0) has a time that cannot be read
                    [{"content":"a","created_at":true}]                 | message 0 (counted from 0) has a time that cannot be read
                    [{"content":"a","created_at":1e300}]                | message 0 (counted from 0) has a time that cannot be read
                    [{"content":"a","created_at":1E+1000000000}]        | message 0 (counted from 0) has a time that cannot be read
                    [{"content":"a","created_at":"99999-01-01"}]        | message 0 (counted from 0) has a time that cannot be read
                    [{"content":"a","role":"0123456789012345678901234567890123456789"}] | message 0 (counted from 0) has a role of 40
                    {"messages":["hunter2"]}                            | message 0 (counted from 0) is not an object
                    """)
    void a_broken_entry_is_named_by_its_number(String json, String words) {
        refuses("c.json", json, words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "\"text\"",
                "null",
                "{}",
                "[1,2]",
                "{\"content\":\"a\"}",
                "{\"messages\":{}}",
                "[[{\"content\":\"a\"}]]"
            })
    void other_json_is_no_conversation(String json) {
        refuses("c.json", json, "is JSON, but not a conversation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[{\"content\":\"hunter2\"}", "[] []", "{\"content\":\"hunter2}", "hunter2"})
    void invalid_json_is_named_by_its_place(String json) {
        refuses("c.json", json, "is not valid JSON at line 1, column ");
    }

    @Test
    void a_broken_line_of_json_lines_is_named() {
        refuses("c.jsonl", "{\"content\":\"a\"}\n\n{\"content\":hunter2}\n", "is not valid JSON at line 3, column ");
        refuses("c.txt", "{\"content\":\"a\"}\n{\"role\":\"user\"}\n", "message 1 (counted from 0) has no content");
    }

    @Test
    void hostile_nesting_is_one_clear_line() {
        refuses("c.json", "[".repeat(500_000), "is not valid JSON");
        refuses("c.json", "{\"a\":".repeat(500_000), "is not valid JSON");
    }

    @Test
    void lone_surrogates_and_nul_are_replaced() {
        assertThat(recognised("c.json", "[{\"role\":\"user\",\"content\":\"a\\u0000b\\ud83dc\"}]"))
                .containsExactly(ConversationMessage.user("a\ufffdb\ufffdc"));
    }

    @Test
    void text_that_merely_begins_like_json_is_none_unless_it_is_asked_for() {
        for (String text : List.of("{name} is a placeholder.", "[1] A footnote.", "[{broken")) {
            assertThat(Conversations.recognise(new TextContent("The file x", "a.txt", text), LISBON))
                    .isEmpty();
        }
        assertThatThrownBy(() -> Conversations.read(new TextContent("The file x", null, "[{broken"), LISBON))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not valid JSON");
    }

    private static List<ConversationMessage> recognised(String name, String text) {
        return Conversations.recognise(new TextContent("The file x", name, text), LISBON)
                .orElseThrow();
    }

    private static void refuses(String name, String text, String words) {
        assertThatThrownBy(() -> recognised(name, text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("hunter2")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
}
