package io.memu4j.internal.understand.rules.sentence;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.Terms;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.text.Words;
import io.memu4j.internal.time.SpokenTime;
import io.memu4j.internal.time.TimeExpressions;
import io.memu4j.internal.time.TimeMention;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.Passage;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a passage, ready to be judged.
 *
 * @param passage where it is from
 * @param number its place in the passage, from 0
 * @param text without openings ("Well, Mel,"), photos and stage directions; with a dropped subject restored
 * @param times the times it names
 * @param photo what a photo shared in the same passage shows, or null
 * @param spoken the day it was said, on the speaker's clock, or null
 */
public record Sentence(
        Passage passage,
        int number,
        Speaker speaker,
        Language language,
        String text,
        WordTokens tokens,
        List<TimeMention> times,
        @Nullable String photo,
        @Nullable LocalDate spoken) {

    public static Sentence of(
            Passage passage, int number, Speaker speaker, Language language, String text, @Nullable String photo) {
        OffsetDateTime saidAt = passage.saidAt();
        LocalDate spoken = saidAt == null ? null : saidAt.toLocalDate();
        return new Sentence(
                passage,
                number,
                speaker,
                language,
                text,
                WordTokens.of(text),
                TimeExpressions.find(text, spoken),
                photo,
                spoken);
    }

    /** The time it speaks of. */
    public Optional<HappenedAt> spokenTime() {
        return SpokenTime.of(text, language, spoken);
    }

    public boolean has(Words words) {
        return language.phrases(words).in(tokens);
    }

    public int count(Words words) {
        return language.phrases(words).count(tokens);
    }

    /** The words that carry content. */
    public List<String> terms() {
        return Terms.in(tokens, language);
    }

    /** Whether it is from a document, where "you" is anybody. */
    public boolean isWritten() {
        return speaker.kind() == Speaker.Kind.AUTHOR;
    }

    public boolean isQuestion() {
        return text.matches("(?s).*[?？](?:[\\s\"'”’)]|\\P{L})*");
    }
}
