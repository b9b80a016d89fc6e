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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of whole texts: types, speakers, times, proof, documents, captions. */
class LocalUnderstandingTest {
    private final LocalUnderstanding understanding = new LocalUnderstanding(MemoryType.DEFAULTS);

    @Test
    void a_statement_is_what_was_said_with_speaker_time_and_proof_beside_it() {
        UnderstandingResult understood =
                understand("Ana: Hi Ben!", "Ben: How are you?", "Ana: I moved to Porto last week.");
        assertThat(understood.statements()).singleElement().satisfies(statement -> {
            assertThat(statement.text()).isEqualTo("I moved to Porto last week.");
            assertThat(statement.speaker()).isEqualTo("Ana");
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
            profile     | Ana: I'm allergic to peanuts.
            profile     | Ana: I really love hiking in the Alps.
            profile     | user: I have two sisters and a dog.
            profile     | Ana: My sister works at a hospital in Lyon.
            event       | Ana: I ran a marathon yesterday.
            event       | Ana: I'm going to Rome next month.
            event       | Ana: Well, we got lost in Naples last year!
            event       | Ana: The plumber's appointment is on Friday at 9.
            event       | Ana: Our picnic was moved to Sunday.
            behavior    | Ana: I usually go running before breakfast.
            behavior    | user: I rarely drink coffee at night.
            instruction | user: Please always answer in Dutch.
            instruction | user: Remember that my locker is number 12.
            instruction | user: Could you remember that I can't eat gluten?
            instruction | user: I prefer short answers.
            knowledge   | user: The door code is 7781.
            """)
    void the_type_is_that_of_most_cues(String type, String line) {
        assertThat(understand(line).statements())
                .extracting(s -> s.type().name(), Statement::text)
                .containsExactly(tuple(type, line.substring(line.indexOf(' ') + 1)));
    }

    @Test
    void advice_to_another_person_is_no_instruction() {
        assertThat(understand("Ana: I burnt my hand.", "Ben: Always use cold water for that.")
                        .statements())
                .extracting(s -> s.type().name())
                .doesNotContain("instruction");
    }

    @Test
    void each_fact_of_an_introduction_is_a_statement() {
        assertThat(understand("Ana: I'm Ana. I live in Porto. I work at a bank. I have two dogs, Rex and Bo. My husband"
                                + " is called Rui. I don't eat meat. I play the cello. I am allergic to wasps.")
                        .statements())
                .hasSize(8);
    }

    @Test
    void only_configured_types_are_found() {
        LocalUnderstanding skills = new LocalUnderstanding(List.of(MemoryType.SKILL));
        assertThat(skills.understand(
                                Chat.of("Ana: I know how to sail a boat.", "Ana: I love old maps."), ModelCalls.none())
                        .statements())
                .extracting(s -> s.type().name(), Statement::text)
                .containsExactly(tuple("skill", "I know how to sail a boat."));
    }

    @Test
    void the_same_text_is_understood_the_same_way() {
        String[] lines = {"Ana: I moved to Porto last week.", "Ben: I love cats.", "Ana: My sister Eva is a nurse."};
        assertThat(understand(lines)).isEqualTo(understand(lines));
    }

    @Test
    void assistants_are_not_remembered() {
        assertThat(understand(
                                "assistant: You are a nurse and you love cats, I guess.",
                                "assistant: I live in the cloud.",
                                "assistant: A Maine Coon is a large breed of cat.")
                        .statements())
                .isEmpty();
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
                        tuple("event", "I started the garden project in March 2022."),
                        tuple("event", "On 3 June 2024 the team decided to move the release to September."));
    }

    @Test
    void a_label_in_a_document_tells_nothing_of_its_author() {
        assertThat(understanding
                        .understand(
                                Chat.document("notes.md", "Ana: I live in Porto.", "Bo: I live in Faro."),
                                ModelCalls.none())
                        .statements())
                .isEmpty();
    }

    @Test
    void a_caption_says_who_when_and_what_about() {
        assertThat(understand(
                                "Ana: I work as a nurse.",
                                "Ben: I have a dog called Rex.",
                                "Ana: My job in Porto is hard.",
                                "Ben: I took Rex to Porto once.")
                        .caption())
                .isEqualTo("A conversation between Ana and Ben on 8 May 2023 about Porto, Rex, work and pets.");
    }

    @Test
    void a_caption_of_a_conversation_that_grew_is_about_all_of_it() {
        var passages = Chat.passages("Ana: I work as a nurse.", "Ben: I have a dog.", "Ana: I bought a lawn mower.");
        UnderstandingRequest grown = new UnderstandingRequest(
                Modality.CONVERSATION, passages.subList(0, 2), passages.subList(2, 3), true, ZoneOffset.UTC, null);
        assertThat(understanding.understand(grown, ModelCalls.none()).caption())
                .isEqualTo("A conversation between Ana and Ben on 8 May 2023 about pets and work.");
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
    void no_caption_is_made_unasked() {
        UnderstandingRequest text = new UnderstandingRequest(
                Modality.CONVERSATION, List.of(), Chat.passages("Ana: Hi."), false, ZoneOffset.UTC, null);
        assertThat(understanding.understand(text, ModelCalls.none()).caption()).isNull();
    }

    @Test
    void the_fingerprint_names_rules_and_types_and_stays_short() {
        assertThat(understanding.fingerprint()).isEqualTo("local/4 profile,event,knowledge,behavior,instruction");
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
                                "Ana: " + "*".repeat(4_000) + "<".repeat(3_000) + "&[".repeat(400),
                                "Ana: $1 \\E [x",
                                "$^: I love $1 \\Q bills.")
                        .statements())
                .allSatisfy(s -> assertThat(s.text()).hasSizeBetween(1, 700));
    }

    private UnderstandingResult understand(String... lines) {
        return understanding.understand(Chat.of(lines), ModelCalls.none());
    }
}
