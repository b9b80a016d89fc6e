package io.memu4j.internal.understand.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.internal.understand.UnderstandingResult;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalUnderstandingTest {
    private final LocalUnderstanding understanding = new LocalUnderstanding(MemoryType.DEFAULTS);

    @Test
    void a_fact_about_the_speaker_is_told_of_them_and_cites_its_message() {
        UnderstandingResult understood =
                understand("Ana: Hi Ben!", "Ben: How are you?", "Ana: I moved to Porto last week.");
        assertThat(understood.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.text()).isEqualTo("Ana moved to Porto last week (the week of 1 May 2023).");
            assertThat(statement.type()).isEqualTo(MemoryType.EVENT);
            assertThat(statement.passageIds()).containsExactly("p2");
            assertThat(statement.happenedAt().start()).isEqualTo("2023-05-01T00:00:00");
        });
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            profile   | Ana: I'm allergic to peanuts.                      | Ana is allergic to peanuts.
            profile   | Ana: I really love hiking in the Alps.             | Ana really loves hiking in the Alps.
            profile   | user: I have two sisters and a dog.                | The user has two sisters and a dog.
            profile   | Ana: My sister works at a hospital in Lyon.        | Ana's sister works at a hospital in Lyon.
            profile   | user: Do you know why I love old maps?             | The user loves old maps.
            event     | Ana: I ran a marathon yesterday.                   | Ana ran a marathon yesterday (7 May 2023).
            event     | Ana: I'm going to Rome next month.                 | Ana is going to Rome next month (June 2023).
            event     | Ana: Well, we got lost in Naples last year!   | Ana said on 8 May 2023: "We got lost in Naples last year!"
            behavior  | Ana: I usually go running before breakfast.        | Ana usually goes running before breakfast.
            behavior  | user: (laughs) I rarely drink coffee at night.     | The user rarely drinks coffee at night.
            knowledge | assistant: A Maine Coon is a large breed of cat.   | The assistant said: "A Maine Coon is a large breed of cat."
            """)
    void statements_are_typed_and_understandable_alone(String type, String line, String statement) {
        assertThat(understand(line).statements())
                .extracting(s -> s.type().name(), Statement::text)
                .containsExactly(tuple(type, statement));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ana: Good morning!",
                "Ana: Thanks, Ben! You're the best, I appreciate it.",
                "Ana: What did you do yesterday?",
                "Ana: Yeah, special circumstances though.",
                "Ana: Wow, that's amazing, congrats!",
                "Ana: It was so great.",
                "Ana: I told you before, remember?",
                "Ana: Turn it off.",
                "Ana: It's raining again, so boring.",
                "Ana: When I relax I tend to...",
                "Ana: I gave it to her.",
                "user: I AM chatting with you.",
                "assistant: You are a nurse and you love cats, I guess.",
                "assistant: I'll remind you to do stretches tomorrow.",
                "assistant: (sticker) head pat",
                "Ana: 🤬",
                "Ana: [shares a photo: a dog on a beach]",
            })
    void chatter_is_no_memory(String line) {
        assertThat(understand(line).statements()).isEmpty();
    }

    @Test
    void a_short_answer_is_remembered_with_its_question() {
        UnderstandingResult understood = understand("Ben: How long have you been married?", "Ana: 5 years already!");
        assertThat(understood.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.text())
                    .isEqualTo("Asked \"How long have you been married?\", Ana answered: \"5 years already!\"");
            assertThat(statement.passageIds()).containsExactly("p0", "p1");
        });
    }

    @Test
    void an_answer_to_a_question_understood_earlier_cites_that_question() {
        var passages = Chat.passages("Ben: How long have you been married?", "Ana: 5 years already!");
        UnderstandingRequest appended = new UnderstandingRequest(
                Modality.CONVERSATION, passages.subList(0, 1), passages.subList(1, 2), false, ZoneOffset.UTC, null);
        assertThat(understanding.understand(appended, ModelCalls.none()).statements())
                .singleElement()
                .satisfies(statement -> assertThat(statement.passageIds()).containsExactly("p0", "p1"));
    }

    @Test
    void what_the_listener_could_see_is_named_from_the_photo() {
        UnderstandingResult understood =
                understand("Ana: I made this bowl in my pottery class. [shares a photo: a photo of a blue bowl]");
        assertThat(understood.statements())
                .extracting(Statement::text)
                .containsExactly("Ana made this bowl in their pottery class. (photo: a blue bowl)");
    }

    @Test
    void what_differs_in_a_number_is_not_the_same() {
        assertThat(understand(
                                "Ana: I take 20 mg of the blue pills every morning before breakfast.",
                                "Ben: I see.",
                                "Ana: I take 40 mg of the blue pills every morning before breakfast.")
                        .statements())
                .hasSize(2);
    }

    @Test
    void the_same_is_not_remembered_twice() {
        UnderstandingResult understood = understand(
                "Ana: I bought a red bicycle in Lisbon.", "Ben: Nice!", "Ana: Yeah, I bought a red bicycle in Lisbon!");
        assertThat(understood.statements()).hasSize(1);
    }

    @Test
    void one_message_gives_at_most_two_statements() {
        UnderstandingResult understood =
                understand("Ana: I live in Porto. I work at a bank. I have two dogs. I play the cello.");
        assertThat(understood.statements()).hasSize(2);
    }

    @Test
    void a_long_conversation_gives_about_one_statement_for_three_messages() {
        String[] lines = IntStream.range(0, 90)
                .mapToObj(i -> "Ana: I visited town number " + i + " with cousin K" + i + " in " + (1930 + i) + ".")
                .toArray(String[]::new);
        assertThat(understand(lines).statements()).hasSizeBetween(20, 30);
    }

    @Test
    void only_configured_types_are_found() {
        LocalUnderstanding skills = new LocalUnderstanding(List.of(MemoryType.SKILL));
        assertThat(skills.understand(
                                Chat.of("Ana: I know how to sail a boat.", "Ana: I love old maps."), ModelCalls.none())
                        .statements())
                .extracting(s -> s.type().name(), Statement::text)
                .containsExactly(tuple("skill", "Ana knows how to sail a boat."));
    }

    @Test
    void the_same_text_is_understood_the_same_way() {
        String[] lines = {"Ana: I moved to Porto last week.", "Ben: I love cats.", "Ana: My sister Eva is a nurse."};
        assertThat(understand(lines)).isEqualTo(understand(lines));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Jana: Ich bin gestern nach Hamburg gezogen.       | Jana said on 8 May 2023: "Ich bin gestern nach Hamburg gezogen."
            Léa: J'habite à Lyon et je suis infirmière.       | Léa said: "J'habite à Lyon et je suis infirmière."
            Luis: Me encanta el café y vivo en Sevilla.       | Luis said: "Me encanta el café y vivo en Sevilla."
            小明: 我对花生过敏，住在上海。                          | 小明 said: "我对花生过敏，住在上海。"
            健: 私は毎朝公園で走るのが好きです。                     | 健 said: "私は毎朝公園で走るのが好きです。"
            """)
    void other_languages_are_quoted(String line, String statement) {
        assertThat(understand(line).statements()).extracting(Statement::text).containsExactly(statement);
    }

    @Test
    void of_a_document_definitions_and_facts_are_kept_but_no_code_and_no_headings() {
        UnderstandingResult understood = understanding.understand(
                Chat.document(
                        "notes.md",
                        "# Bees",
                        "A **honey bee** is an insect that lives in colonies of up to 60,000 animals. See also below.",
                        "```java\nint bees = 3;\n```",
                        "- pollen",
                        "How do they fly?"),
                ModelCalls.none());
        assertThat(understood.statements())
                .extracting(s -> s.type().name(), Statement::text)
                .containsExactly(
                        tuple("knowledge", "A honey bee is an insect that lives in colonies of up to 60,000 animals."));
    }

    @Test
    void a_caption_is_a_sentence_about_who_when_and_what() {
        String caption = understand(
                        "Ana: I joined a support group yesterday.",
                        "Ben: What is the support group about?",
                        "Ana: The pottery class was full, so I took the support group.",
                        "Ben: I know the pottery class, it is great.")
                .caption();
        assertThat(caption)
                .isEqualTo("A conversation between Ana and Ben on 8 May 2023 about a support group and pottery class.");
    }

    @Test
    void a_caption_of_a_document_names_title_and_sections() {
        String caption = understanding
                .understand(
                        Chat.document(
                                "b.md", "# Bees", "Text.", "## Honey", "Text.", "## Wax", "Text.", "## Hives", "Text."),
                        ModelCalls.none())
                .caption();
        assertThat(caption).isEqualTo("A document titled \"Bees\", with sections on \"Honey\", \"Wax\" and \"Hives\".");
    }

    @Test
    void a_caption_reads_the_headings_that_passages_carry_as_a_heading_path() {
        String caption = understanding
                .understand(
                        Chat.document(
                                "/home/ana/b.md",
                                "# Bees > Honey\n\nText.",
                                "# Honey > Jars\n\nText.",
                                "# Bees > Wax\n\nText.",
                                "# Bees > Hives\n\nText."),
                        ModelCalls.none())
                .caption();
        assertThat(caption).isEqualTo("A document titled \"Bees\", with sections on \"Honey\", \"Wax\" and \"Hives\".");
    }

    @Test
    void a_document_without_headings_goes_by_its_file_name() {
        assertThat(understanding
                        .understand(Chat.document("/home/ana/notes.txt", "Text."), ModelCalls.none())
                        .caption())
                .isEqualTo("A document titled \"notes.txt\".");
    }

    @Test
    void what_an_author_tells_of_themselves_and_what_is_dated_is_remembered_of_a_document() {
        UnderstandingResult understood = understanding.understand(
                Chat.document(
                        "notes.txt",
                        "I started the garden project in March 2022.",
                        "On 3 June 2024 the team decided to move the release to September."),
                ModelCalls.none());
        assertThat(understood.statements())
                .extracting(s -> s.type().name(), Statement::text)
                .containsExactly(
                        tuple("event", "The author started the garden project in March 2022."),
                        tuple("event", "On 3 June 2024 the team decided to move the release to September."));
    }

    @Test
    void no_caption_is_made_unasked() {
        UnderstandingRequest text = new UnderstandingRequest(
                Modality.CONVERSATION, List.of(), Chat.passages("Ana: Hi."), false, ZoneOffset.UTC, null);
        assertThat(understanding.understand(text, ModelCalls.none()).caption()).isNull();
    }

    @Test
    void the_fingerprint_names_rules_and_types_and_stays_short() {
        assertThat(understanding.fingerprint()).isEqualTo("local/1 profile,event,knowledge,behavior");
        List<MemoryType> many = Stream.iterate(1, i -> i + 1)
                .limit(50)
                .map(i -> new MemoryType("type_number_" + i))
                .toList();
        assertThat(new LocalUnderstanding(many).fingerprint()).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void hostile_text_does_no_harm() {
        String long1 = "I love " + "very ".repeat(1_500) + "long sentences.";
        assertThat(understand(
                                "Ana: " + long1,
                                "Ana: ((((((",
                                "Ana: \"\"\"\"",
                                "Ana: $1 \\E [x",
                                "$^: I love $1 \\Q bills.")
                        .statements())
                .allSatisfy(s -> assertThat(s.text()).hasSizeBetween(1, 700));
    }

    private UnderstandingResult understand(String... lines) {
        return understanding.understand(Chat.of(lines), ModelCalls.none());
    }
}
