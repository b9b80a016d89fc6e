package io.memu4j.extract;

import io.memu4j.model.Passage;
import io.memu4j.time.TimeExpressions;
import io.memu4j.time.TimeMention;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a passage, ready to be judged.
 *
 * @param passage where it is from
 * @param number its place in the passage, from 0
 * @param text without openings ("Well, Mel,"), photos and stage directions; with a dropped subject restored
 * @param times the times it names
 * @param photo what a photo shared in the same passage shows, or null
 */
record Sentence(
        Passage passage,
        int number,
        Speaker speaker,
        Language language,
        String text,
        Tokens tokens,
        List<TimeMention> times,
        @Nullable String photo) {

    static Sentence of(
            Passage passage, int number, Speaker speaker, Language language, String text, @Nullable String photo) {
        return new Sentence(
                passage,
                number,
                speaker,
                language,
                text,
                Tokens.of(text),
                TimeExpressions.find(text, spokenOn(passage)),
                photo);
    }

    boolean has(Words words) {
        return language.phrases(words).in(tokens);
    }

    int count(Words words) {
        return language.phrases(words).count(tokens);
    }

    /** The words that carry content. */
    List<String> terms() {
        return Terms.in(tokens, language);
    }

    /** Whether it is from a document, where "you" is anybody. */
    boolean isWritten() {
        return speaker.kind() == Speaker.Kind.AUTHOR;
    }

    boolean isQuestion() {
        return text.matches("(?s).*[?？](?:[\\s\"'”’)]|\\P{L})*");
    }

    /** The day it was said, on the speaker's clock. */
    private static @Nullable LocalDate spokenOn(Passage passage) {
        return passage.saidAt() == null ? null : passage.saidAt().toLocalDate();
    }
}
