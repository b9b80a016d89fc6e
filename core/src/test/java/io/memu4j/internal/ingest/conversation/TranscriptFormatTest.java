package io.memu4j.internal.ingest.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.model.ConversationMessage;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptFormatTest {
    @Test
    void lines_of_name_and_text_are_messages() {
        assertThat(recognised("Ana: I moved to Porto in May.\nBob: Great!\nAna: See https://x.org at 12:30: now."))
                .contains(List.of(
                        ConversationMessage.user("Ana", "I moved to Porto in May."),
                        ConversationMessage.user("Bob", "Great!"),
                        ConversationMessage.user("Ana", "See https://x.org at 12:30: now.")));
    }

    @Test
    void names_of_roles_become_roles() {
        assertThat(recognised("System: Be kind.\nUser: Hi there, you.\nAI: Hello!\nHUMAN: Bye.\nBot: Bye.")
                        .orElseThrow())
                .extracting(ConversationMessage::role, ConversationMessage::name)
                .containsExactly(
                        tuple("system", null),
                        tuple("user", null),
                        tuple("assistant", null),
                        tuple("user", null),
                        tuple("assistant", null));
    }

    @Test
    void lines_that_begin_no_message_belong_to_the_one_before() {
        assertThat(
                        recognised(
                                "User: A list, please.\nAssistant: Here it is:\n\n- tea\n- note: no milk\n\nEnjoy.\nUser: Thanks!"))
                .contains(List.of(
                        ConversationMessage.user("A list, please."),
                        ConversationMessage.assistant("Here it is:\n\n- tea\n- note: no milk\n\nEnjoy."),
                        ConversationMessage.user("Thanks!")));
    }

    @Test
    void lines_before_the_first_message_are_kept() {
        assertThat(recognised("Chat of Monday\n\nAna: Hello there.\nBob: Hi.\nAna: Bye.")
                        .orElseThrow()
                        .get(0))
                .isEqualTo(
                        ConversationMessage.builder("system", "Chat of Monday").build());
    }

    @Test
    void empty_messages_are_counted() {
        assertThat(recognised("Ana: Hello there.\nBob:\nAna: Are you here?").orElseThrow())
                .extracting(ConversationMessage::content)
                .containsExactly("Hello there.", "", "Are you here?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [2024-05-01 10:00] Ana: Hi           | 2024-05-01T10:00Z
                    [2024-05-01T10:00:07+02:00] Ana: Hi  | 2024-05-01T10:00:07+02:00
                    2024-05-01 10:00 - Ana: Hi           | 2024-05-01T10:00Z
                    2024-05-01 10:00:07 Ana: Hi          | 2024-05-01T10:00:07Z
                    2024-05-01T10:00:07Z Ana: Hi         | 2024-05-01T10:00:07Z
                    [10:00, 1/5/2024] Ana: Hi            | 2024-05-01T10:00Z
                    1/5/24, 10:00 - Ana: Hi              | 2024-05-01T10:00Z
                    [01.05.24, 10:00:07] Ana: Hi         | 2024-05-01T10:00:07Z
                    5/1/24, 10:00 PM - Ana: Hi           | 2024-05-01T22:00Z
                    [5/1/24, 12:05:00\u202fAM] Ana: Hi   | 2024-05-01T00:05Z
                    5/31/2024, 10:00 - Ana: Hi           | 2024-05-31T10:00Z
                    """)
    void time_stamps_before_the_name_are_read(String line, OffsetDateTime time) {
        List<ConversationMessage> messages = recognised(line + "\nwith: a second line\n" + line.replace("Ana", "Bob"))
                .orElseThrow();

        assertThat(messages)
                .containsExactly(
                        ConversationMessage.builder("user", "Hi\nwith: a second line")
                                .name("Ana")
                                .createdAt(time)
                                .build(),
                        ConversationMessage.builder("user", "Hi")
                                .name("Bob")
                                .createdAt(time)
                                .build());
    }

    @Test
    void a_stamp_without_a_day_or_of_an_impossible_day_is_an_unknown_time() {
        assertThat(recognised("[10:00] Ana: Hi\n[2024-13-45 10:01] Bob: Hi").orElseThrow())
                .containsExactly(ConversationMessage.user("Ana", "Hi"), ConversationMessage.user("Bob", "Hi"));
    }

    @Test
    void names_may_be_written_in_any_script_or_in_bold() {
        assertThat(recognised("**Ana Luísa:** Oi, tudo bem?\n**Zoë (she) 🌸**: Hallo!\n**Ana Luísa:** Tudo.")
                        .orElseThrow())
                .extracting(ConversationMessage::speaker)
                .containsExactly("Ana Luísa", "Zoë (she) 🌸", "Ana Luísa");
        assertThat(recognised("小明：你好。\n小红：你好！\n小明：再见。").orElseThrow())
                .extracting(ConversationMessage::speaker)
                .containsExactly("小明", "小红", "小明");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: memu\nversion: 1.0\nlicense: Apache\nauthor: someone",
                "City: Porto\nCountry: Portugal\nPopulation: 230000",
                "From: ana@x.org\nTo: bob@x.org\nSubject: Tea on Sunday at five.\nDate: 1 May 2024\n\nSee you.",
                "https://a.org\nhttps://b.org\nhttps://c.org",
                "12:30 lunch\n13:45 tea\n15:00 coffee",
                "INFO: started the server.\nWARN: low on memory now.\nINFO: stopped the server.\nWARN: again low on memory.",
                "A text about a trip. Note: it rained.\nNote: bring a coat.\nThe end of it.",
                "switch (x) {\ncase 1: return a;\ndefault: return b;\n}",
                "try:\n    run()\nexcept Failure:\n    stop()\nelse:\n    go()",
                "# Title\n\nSome prose in a paragraph.\n\nConclusion: it works well enough for now.",
                "Ana: only one person ever speaks.\nAna: And again she does.",
                "One line only."
            })
    void texts_with_colons_that_are_no_dialogue_are_none(String text) {
        assertThat(recognised(text)).isEmpty();
    }

    @Test
    void files_of_other_kinds_are_none_unless_asked_for() {
        TextContent markdown = new TextContent("The file x", "x.md", "Ana: Hello there.\nBob: Hi.\nAna: Bye.");

        assertThat(Conversations.recognise(markdown, ZoneOffset.UTC)).isEmpty();
        assertThat(Conversations.read(markdown, ZoneOffset.UTC)).hasSize(3);
    }

    @Test
    void asked_for_one_speaker_is_enough_and_no_speaker_an_error() {
        assertThat(Conversations.read(new TextContent("The file x", null, "Ana: hi"), ZoneOffset.UTC))
                .containsExactly(ConversationMessage.user("Ana", "hi"));
        assertThatThrownBy(() -> Conversations.read(new TextContent("The file x", null, "just prose"), ZoneOffset.UTC))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("The file x is not a conversation. Expected JSON messages")
                .hasMessageContaining("'Name: text'")
                .hasMessageNotContaining("prose");
    }

    @Test
    void hostile_text_is_told_in_time_proportional_to_its_length() {
        for (String hostile : List.of(
                "a".repeat(3_000_000),
                "a b ".repeat(700_000) + ":",
                "[".repeat(3_000_000),
                "A: ".repeat(1_000_000),
                "A: b.\n".repeat(300_000) + "B: c.\n".repeat(300_000),
                "[10:00] ".repeat(400_000),
                "1/1/11 1:11 " + "1".repeat(3_000_000),
                "* ".repeat(1_500_000),
                "Ana: " + " ".repeat(3_000_000) + "x\nBob: " + "a ".repeat(1_500_000))) {
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> recognised(hostile));
        }
    }

    private static Optional<List<ConversationMessage>> recognised(String text) {
        return Conversations.recognise(new TextContent("The file x", "x.txt", text), ZoneOffset.UTC);
    }
}
