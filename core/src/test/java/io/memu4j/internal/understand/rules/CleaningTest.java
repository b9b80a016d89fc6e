package io.memu4j.internal.understand.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.understand.rules.sentence.SentenceSplitter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is taken out of a text before it is judged. */
class CleaningTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            (casual) Morning. I can hear music.                            | Morning. I can hear music.
            Still late. (audio:gentle) Do you want to relax?               | Still late. Do you want to relax?
            I made a note. <action>play audio</action>                     | I made a note.
            (sticker) head pat                                             | ''
            (sticker)happy What's the name? <action>play audio</action>    | What's the name?
            I ran five miles (eight kilometres) today.                     | I ran five miles (eight kilometres) today.
            *waves* Hello there                                            | Hello there
            """)
    void stage_directions_go(String said, String left) {
        assertThat(StageDirections.removed(said)).isEqualTo(left);
    }

    @Test
    void photos_are_taken_apart_from_the_words() {
        SharedPhotos photos = SharedPhotos.of("Look! [shares a photo: a photo of a blue bowl]");
        assertThat(photos.text()).isEqualTo("Look!");
        assertThat(photos.captions()).containsExactly("a blue bowl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Yeah, I still need sleep.               | I still need sleep.
            Wow, Caroline! I love it here.          | I love it here.
            Well, Mel, but I never went.            | I never went.
            I love physical books, I told you before | I love physical books
            I got another plushie hahaha            | I got another plushie
            I agree, Mel.                           | I agree.
            So I sold the car.                      | I sold the car.
            Cool cats are rare.                     | Cool cats are rare.
            I found a shop - check it out!          | I found a shop
            """)
    void openings_and_tails_of_talk_go(String said, String left) {
        Openings openings = new Openings(Language.ENGLISH, List.of("Caroline", "Melanie"));
        assertThat(openings.removed(said)).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Really want to get a cat                | I really want to get a cat
            Haven't watched a drama in ages         | I haven't watched a drama in ages
            Gonna continue my course                | I'm gonna continue my course
            Still enjoying my soda                  | I'm still enjoying my soda
            Been discussing a project               | I've been discussing a project
            Just skyped with a fan                  | I just skyped with a fan
            Going to those places is a dream        | Going to those places is a dream
            Going to be a great night               | Going to be a great night
            Really made me think                    | Really made me think
            The office got a cat                    | The office got a cat
            """)
    void a_dropped_subject_comes_back(String said, String whole) {
        assertThat(DroppedSubject.restored(said, Language.ENGLISH)).isEqualTo(whole);
    }

    @Test
    void sentences_are_cut_but_not_after_abbreviations() {
        assertThat(SentenceSplitter.sentences(
                        "I met Dr. Lee and J.K. Rowling. It was fun! Really?\n\nNew line. 😀", Language.ENGLISH))
                .containsExactly("I met Dr. Lee and J.K. Rowling.", "It was fun!", "Really?", "New line.");
        assertThat(SentenceSplitter.sentences("我住在上海。我喜欢猫！", Language.of("我住在上海。")))
                .containsExactly("我住在上海。", "我喜欢猫！");
    }

    @Test
    void markup_goes_and_words_stay() {
        assertThat(Markup.removed("See **this** [page](http://x.y) and `code`."))
                .isEqualTo("See this page and code.");
        assertThat(Markup.removed("## Heading")).isEmpty();
        assertThat(Markup.removed("| a | b |\n|---|---|")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "I have been there with the children, en",
        "Ich habe das nicht gesehen, de",
        "Je ne suis pas une infirmière, fr",
        "J'ai froid, fr",
        "El perro está en la casa, es",
        "Eu não tenho uma casa, pt",
        "Il cane non è nella casa, it",
        "Ik heb het niet gezien, nl",
        "我住在上海, zh",
        "私は東京に住んでいます, ja",
        "Xyzzy, en"
    })
    void the_language_is_told_by_its_small_words(String text, String language) {
        assertThat(Language.of(text).locale().getLanguage()).isEqualTo(language);
    }
}
