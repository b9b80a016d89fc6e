package io.memu4j.internal.understand.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.internal.understand.Statement;
import io.memu4j.internal.understand.UnderstandingRequest;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement has the words of its message, all of them, and what it needs to be understood alone. */
class VerbatimTest {
    private final LocalUnderstanding understanding = new LocalUnderstanding(MemoryType.DEFAULTS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            I am *not* allergic to wasps.                          | I am not allergic to wasps.
            I am <b>not</b> allergic to wasps.                     | I am not allergic to wasps.
            I do _not_ eat fish (at all).                          | I do not eat fish (at all).
            I work in <i>Linz</i> &amp; live in **Graz**.          | I work in Linz & live in Graz.
            My mail is my.own@mail.example and I live in Bath.     | My mail is my.own@mail.example and I live in Bath.
            I moved from ~~Perth~~ to [Hobart](http://h.example).  | I moved from Perth to Hobart.
            *waves* I live in Lund.                                | I live in Lund.
            Yeah, well, I live in Lund, you know I guess.          |
            """)
    void marks_go_and_words_stay(String said, String kept) {
        assertThat(texts("Ana: " + said)).isEqualTo(kept == null ? List.of() : List.of(kept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Jana: Ich bin gestern nach Hamburg gezogen.
            Jana: Ich esse kein Fleisch mehr.
            Léa: J'habite à Lyon et je suis infirmière.
            Luis: Me encanta el café y vivo en Sevilla.
            Luis: Ya no fumo.
            Gaia: Mio fratello si chiama Dario.
            Bia: Não como carne.
            小明: 我对花生过敏，住在上海。
            健: 私は毎朝公園で走るのが好きです。
            """)
    void other_languages_are_kept_as_said(String line) {
        assertThat(texts(line)).containsExactly(line.substring(line.indexOf(' ') + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mieszkam w Krakowie i mam psa.", "Я живу в Москве.", "Ik woon in Gent."})
    void languages_without_rules_keep_nothing(String said) {
        assertThat(texts("Ana: " + said)).isEmpty();
    }

    @Test
    void a_sentence_that_hangs_on_the_one_before_goes_with_it() {
        assertThat(texts("Ana: My aunt gave me a boat. I sail it every summer. Nice weather today!"))
                .containsExactly("My aunt gave me a boat. I sail it every summer.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It was so great.",
                "I gave it to her.",
                "Bought them last week in Leeds.",
                "I definitely will.",
                "He lives in Leeds.",
                "When I relax I tend to...",
                "Because I moved to Leeds.",
                "My plan for June:",
            })
    void what_cannot_be_understood_alone_is_not_kept(String said) {
        assertThat(texts("Ana: " + said)).isEmpty();
    }

    @Test
    void a_short_answer_takes_its_question_along_and_cites_both() {
        assertThat(statements("Ben: How long have you been married?", "Ana: 5 years already!"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.text()).isEqualTo("How long have you been married? / 5 years already!");
                    assertThat(statement.speaker()).isEqualTo("Ana");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            What are your cats called? When is your exam? | Tom and Ida.   | What are your cats called? / Tom and Ida.
            What are your cats called? When is your exam? | On 3 June.     | When is your exam? / On 3 June.
            Do you eat meat? Where do you live?           | No, never.     | Do you eat meat? / No, never.
            Do you eat meat? Where do you live?           | In Lund.       | Where do you live? / In Lund.
            Nice hat. How was your day?                   | Yes!           |
            """)
    void of_two_questions_the_one_is_taken_that_the_answer_fits(String asked, String answer, String kept) {
        assertThat(texts("Ben: " + asked, "Ana: " + answer)).isEqualTo(kept == null ? List.of() : List.of(kept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            I am allergic to latex.          | I am not allergic to latex.
            I take the pills before dinner.  | I take the pills after dinner.
            My niece can swim.               | My niece can't swim.
            I moved from Bonn to Kiel.       | I moved to Bonn from Kiel.
            I travel with my brother.        | I travel without my brother.
            I take 20 mg of the pills daily. | I take 40 mg of the pills daily.
            """)
    void opposites_are_two_statements(String one, String other) {
        assertThat(texts("Ana: " + one, "Ben: Fine.", "Ana: " + other)).containsExactly(one, other);
    }

    @Test
    void the_same_said_again_is_one_statement_with_two_proofs() {
        assertThat(statements("Ana: I love figs.", "Ben: Nice!", "Ana: By the way, I really love figs!"))
                .singleElement()
                .satisfies(statement -> assertThat(statement.passageIds()).containsExactly("p0", "p2"));
    }

    @Test
    void the_same_said_by_two_people_is_two_statements() {
        assertThat(statements("Ana: I love figs.", "Ben: I love figs."))
                .extracting(Statement::speaker)
                .containsExactly("Ana", "Ben");
    }

    private List<String> texts(String... lines) {
        return statements(lines).stream().map(Statement::text).toList();
    }

    private List<Statement> statements(String... lines) {
        return understanding.understand(Chat.of(lines), ModelCalls.none()).statements();
    }
}
