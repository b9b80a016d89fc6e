package io.memu4j.internal.understand.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThirdPersonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            I love physical books.                          | Ana loves physical books.
            I moved to Porto in May.                        | Ana moved to Porto in May.
            I'm a nurse.                                    | Ana is a nurse.
            I have two kids and work at a bank.             |
            I have a dog and live in Rome.                  | Ana has a dog and lives in Rome.
            I've been painting for years.                   | Ana has been painting for years.
            I don't eat meat.                               | Ana doesn't eat meat.
            I haven't slept.                                | Ana hasn't slept.
            I really want to get a cat.                     | Ana really wants to get a cat.
            I'd love to visit Japan.                        | Ana would love to visit Japan.
            I'd never seen snow.                            | Ana had never seen snow.
            I'd hope so.                                    |
            I try to swim every day.                        | Ana tries to swim every day.
            I watch films when I am alone.                  | Ana watches films when they are alone.
            I bought a book because I was bored.            | Ana bought a book because they were bored.
            My sister lives in Oslo.                        | Ana's sister lives in Oslo.
            I sold my car.                                  | Ana sold their car.
            It gave me courage to be myself.                | It gave Ana courage to be themselves.
            I want to relax and have fun.                   | Ana wants to relax and have fun.
            Last week, I ran a race.                        | Last week, Ana ran a race.
            I met them and they liked my song.              |
            """)
    void what_is_safe_is_retold_and_the_rest_refused(String said, String retold) {
        assertThat(ThirdPerson.retold(said, "Ana").orElse(null)).isEqualTo(retold);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I told you so.",
                "We went home and I slept.",
                "My husband and I moved to Rome.",
                "I read a lot of books.",
                "I put the keys away.",
                "I flarb every day.",
                "Only mine is blue.",
                "The office got a cat.",
                "Some games came out, I'm pretty interested.",
            })
    void doubtful_sentences_are_refused(String said) {
        assertThat(ThirdPerson.retold(said, "Ana")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            I love tea.                     | The user loves tea.
            Last year I married.            | Last year the user married.
            My cat is old.                  | The user's cat is old.
            """)
    void an_unnamed_speaker_is_the_user(String said, String retold) {
        assertThat(ThirdPerson.retold(said, "The user")).contains(retold);
    }
}
