package io.memu4j.internal.understand.rules.cue;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.understand.rules.Chat;
import io.memu4j.internal.understand.rules.sentence.Sentence;
import io.memu4j.internal.understand.rules.sentence.Speaker;
import io.memu4j.model.Passage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each veto by itself: in the whole, the cues may hide that one is missing. */
class VetoTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            true  | Do I still have my old job in Lyon?
            false | I still have my old job in Lyon.
            """)
    void questions(boolean rejected, String said) {
        assertThat(new QuestionVeto().rejects(sentence("Ana: " + said))).isEqualTo(rejected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            true  | Thanks for the lovely book I got from my sister in May.
            true  | Good luck with the race!
            false | I got a lovely book from my sister in May.
            """)
    void greetings_and_thanks(boolean rejected, String said) {
        assertThat(new GreetingVeto().rejects(sentence("Ana: " + said))).isEqualTo(rejected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            true  | assistant: You live in Rome, which is a big city.
            true  | assistant: Sesame noodles sound lovely.
            false | assistant: Rome is a city in Italy.
            false | Ana: You live in Rome, which is a big city.
            """)
    void guesses_of_an_assistant(boolean rejected, String line) {
        assertThat(new AssistantVeto().rejects(sentence(line))).isEqualTo(rejected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            true  | I painted it last year.
            true  | I met him a few times.
            true  | I always wanted to live there.
            false | I bought a boat and painted it.
            false | My brother is kind, he helped me.
            """)
    void references_to_what_is_not_named(boolean rejected, String said) {
        assertThat(new UnnamedVeto().rejects(sentence("Ana: " + said))).isEqualTo(rejected);
    }

    private static Sentence sentence(String line) {
        Passage passage = Chat.passages(line).get(0);
        return Sentence.of(passage, 0, Speaker.of(passage), Language.ENGLISH, passage.text(), null);
    }
}
