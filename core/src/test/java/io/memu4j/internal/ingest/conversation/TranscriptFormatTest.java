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
                    15-03-2024 18:21 - Ana: Hi           | 2024-03-15T18:21Z
                    15.3.2024 klo 18.21 - Ana: Hi        | 2024-03-15T18:21Z
                    15/03/2024 à 18:21 - Ana: Hi         | 2024-03-15T18:21Z
                    15/3/24, 6:21 p. m. - Ana: Hi        | 2024-03-15T18:21Z
                    4/3/24, 6:21 p.\u00a0m. - Ana: Hi   | 2024-03-04T18:21Z
                    2024-03-15, 6:21 p.m. - Ana: Hi      | 2024-03-15T18:21Z
                    [2024/03/15 18:21:07] Ana: Hi        | 2024-03-15T18:21:07Z
                    2024. 3. 15. 오후 6:21 - Ana: Hi      | 2024-03-15T18:21Z
                    2024/3/15 上午6:21 - Ana: Hi          | 2024-03-15T06:21Z
                    15\u200f/3\u200f/2024, 6:21 م - Ana: Hi | 2024-03-15T18:21Z
                    \u200e[15.03.24, 18:21:07] Ana: Hi  | 2024-03-15T18:21:07Z
                    2024-03-15 18:21:07 <Ana> Hi         | 2024-03-15T18:21:07Z
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~\u00a0Eva",
                "~\u202fEva",
                "\u202a+43\u00a0664\u00a0555\u202c",
                "Lisa | Yoga",
                "Flat #12",
                "4711",
                "\ud83e\udd13",
                "Jo \"Joe\" Weber",
                "Tom the plumber from ground floor left"
            })
    void a_stamped_line_is_of_whoever_its_name_is(String name) {
        List<ConversationMessage> messages = recognised(
                        "[15/03/2024, 18:21:07] Ana: My bike is red.\n[15/03/2024, 18:22:07] " + name
                                + ": My boat is blue.\n[15/03/2024, 18:23:07] Ana: Nice.")
                .orElseThrow();

        assertThat(messages)
                .extracting(ConversationMessage::content)
                .containsExactly("My bike is red.", "My boat is blue.", "Nice.");
        assertThat(messages.get(1).name()).isNotEqualTo("Ana").doesNotContain("~", "\u202a", "\u202c");
        assertThat(messages.get(1).role()).isEqualTo("user");
    }

    @Test
    void what_a_messenger_says_is_nobodys() {
        assertThat(recognised(
                                """
                                15/03/2024, 18:20 - Messages are end-to-end encrypted.
                                15/03/2024, 18:21 - Ana: My bike is red.
                                15/03/2024, 18:22 - Per joined using a link
                                15/03/2024, 18:22 - Ana changed the subject to "Trip: June"
                                15/03/2024, 18:23 - Per: \u200eimage omitted
                                15/03/2024, 18:24 - Per: <Media omitted>
                                15/03/2024, 18:25 - Per: See https://x.org""")
                        .orElseThrow())
                .extracting(ConversationMessage::speaker, ConversationMessage::content)
                .containsExactly(
                        tuple("system", "Messages are end-to-end encrypted."),
                        tuple("Ana", "My bike is red."),
                        tuple("system", "Per joined using a link"),
                        tuple("system", "Ana changed the subject to \"Trip: June\""),
                        tuple("Per", ""),
                        tuple("Per", ""),
                        tuple("Per", "See https://x.org"));
    }

    @Test
    void copied_chats_have_two_speakers() {
        assertThat(recognised("You said:\nI keep bees.\n\nChatGPT said:\nHow many hives?\n\nYou said:\nTwo.")
                        .orElseThrow())
                .extracting(ConversationMessage::speaker)
                .containsExactly("user", "assistant", "user");
        assertThat(recognised("Speaker 1: I keep bees.\nSpeaker 2: I have a goat.")
                        .orElseThrow())
                .extracting(ConversationMessage::name, ConversationMessage::speaker)
                .containsExactly(tuple(null, "speaker 1"), tuple(null, "speaker 2"));
        assertThat(recognised("Oda Lund  2:05 PM\nI keep bees.\nPer  2:06 PM\nI bake.")
                        .orElseThrow())
                .containsExactly(
                        ConversationMessage.user("Oda Lund", "I keep bees."),
                        ConversationMessage.user("Per", "I bake."));
        assertThat(recognised("[3/15/2024 6:21 PM] Oda Lund\nI keep bees.\n\n[3/15/2024 6:28 PM] Per\nI bake.")
                        .orElseThrow())
                .extracting(ConversationMessage::speaker, ConversationMessage::content)
                .containsExactly(tuple("Oda Lund", "I keep bees."), tuple("Per", "I bake."));
        assertThat(recognised("A: I keep bees.\nB: I bake.\nA: Nice.").orElseThrow())
                .extracting(ConversationMessage::speaker)
                .containsExactly("A", "B", "A");
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
                "Monday: choir.\nTuesday: I bake with Jo.\nMonday: pay the rent.\nFriday: I call Mum.",
                "Breakfast: I had toast.\nLunch: I ate soup.\nDinner: nothing at all.\nLunch: soup again.",
                "Pros: I like the light.\nCons: I hate the long commute.\nPros: a big garden.",
                "Decision: We will pay the deposit.\nAction: Jo calls the bank.\nDecision: I write the letter.",
                "Q: Where do I park?\nA: Behind the house.\nQ: May I smoke?\nA: No, you may not.",
                "Seller: I deliver on 2 June.\nBuyer: I pay on 1 June.\nSeller: keeps the keys.",
                "2024-03-15 18:00:01 INFO Orders: one was accepted.\n2024-03-15 18:00:02 WARN Billing: a card expired.",
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
