package io.memu4j.internal.understand.rules.sentence;

import io.memu4j.internal.fact.FactReader;
import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.Terms;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.text.Words;
import io.memu4j.internal.time.SpokenTime;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.Passage;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sentence of a passage as it was said, ready to be judged.
 *
 * @param passage where it is from
 * @param number its place in the passage; two that follow each other without a gap have numbers that do
 * @param text as said
 * @param tokens its words, without quoted ones
 * @param start the first word that is no opening such as "Yeah, Mel,"
 * @param spoken the day it was said, on the speaker's clock, or null
 */
public record Sentence(
        Passage passage,
        int number,
        Speaker speaker,
        Language language,
        String text,
        WordTokens tokens,
        int start,
        @Nullable LocalDate spoken) {

    private static final int LONGEST_TITLE = 8;

    /**
     * A sentence of a message.
     *
     * @param names first names of the speakers in lower case, who may be addressed
     */
    public static Sentence of(
            Passage passage, int number, Speaker speaker, Language language, String text, Set<String> names) {
        WordTokens tokens = WordTokens.of(Quotation.blanked(text));
        OffsetDateTime saidAt = passage.saidAt();
        LocalDate spoken = saidAt == null ? null : saidAt.toLocalDate();
        int start = start(text, tokens, language, names);
        return new Sentence(passage, number, speaker, language, text, tokens, start, spoken);
    }

    /** Other words of the same message, such as a part of it, or it with the sentence after it. */
    public Sentence withText(String other) {
        WordTokens words = WordTokens.of(Quotation.blanked(other));
        int first = start(other, words, language, Set.of());
        return new Sentence(passage, number, speaker, language, other, words, first, spoken);
    }

    private static int start(String text, WordTokens tokens, Language language, Set<String> names) {
        int at = 0;
        while (at < tokens.words().size()) {
            int opening = language.phrases(Words.OPENING).wordsAt(tokens, at);
            int end = opening > 0 ? opening : names.contains(tokens.words().get(at)) ? 1 : 0;
            if (end == 0) {
                return at;
            }
            if (at + end >= tokens.words().size()) {
                return at + end;
            }
            String between = text.substring(
                    tokens.ends().get(at + end - 1), tokens.starts().get(at + end));
            if (between.isBlank()
                    && !names.contains(tokens.words().get(at + end))
                    && (opening == 0 || !beginsClause(tokens, at + end, language))) {
                return at;
            }
            at += end;
        }
        return at;
    }

    private static boolean beginsClause(WordTokens tokens, int at, Language language) {
        return language.phrases(Words.FIRST_PERSON).wordsAt(tokens, at) > 0
                || language.phrases(Words.DETERMINER).wordsAt(tokens, at) > 0
                || language.phrases(Words.STARTER).wordsAt(tokens, at) > 0;
    }

    public boolean has(Words words) {
        return language.phrases(words).in(tokens);
    }

    /** Whether the speaker acts or owns in it, by a pronoun or by the form of the verb that it starts with. */
    public boolean isOwn() {
        int verb = start;
        while (verb < tokens.words().size() - 1 && isAt(Words.ADVERB, verb)) {
            verb++;
        }
        return language.phrases(Words.FIRST_PERSON).count(tokens)
                        > language.phrases(Words.OBJECT).count(tokens)
                || isAt(Words.OWN_VERB, verb);
    }

    public int count(Words words) {
        return language.phrases(words).count(tokens);
    }

    /** Whether one of the words starts at an index; false behind the end. */
    public boolean isAt(Words words, int index) {
        return language.phrases(words).wordsAt(tokens, index) > 0;
    }

    /** Whether it starts with one of the words, openings aside. */
    public boolean startsWith(Words words) {
        return isAt(words, start)
                || (language.isUnspaced() && language.phrases(words).startOf(tokens.lower()));
    }

    /** The word at a place counted from the first that is no opening, or an empty text. */
    public String word(int offset) {
        int at = start + offset;
        return at >= 0 && at < tokens.words().size() ? tokens.words().get(at) : "";
    }

    public int size() {
        return tokens.words().size() - start;
    }

    /** Whether it is an opening, such as "Yes!", and nothing else. */
    public boolean isEmpty() {
        boolean addressed = size() == 1 && start > 0 && isCapital(start) && text.endsWith("!");
        return size() <= 0
                || addressed
                || terms().stream()
                        .allMatch(term -> language.phrases(Words.OPENING).has(term)
                                || language.phrases(Words.MOOD).has(term));
    }

    /** How many names of whoever is addressed stand in it: "Thanks, Ana!". */
    public long addressed() {
        int last = tokens.words().size() - 1;
        return IntStream.rangeClosed(1, last)
                .filter(i -> isCapital(i)
                        && text.substring(
                                        tokens.ends().get(i - 1),
                                        tokens.starts().get(i))
                                .contains(",")
                        && (i == last
                                || !text.substring(
                                                tokens.ends().get(i),
                                                tokens.starts().get(i + 1))
                                        .isBlank()))
                .count();
    }

    /** The words that carry content. */
    public List<String> terms() {
        return Terms.in(tokens, language);
    }

    /** The time it speaks of. */
    public Optional<HappenedAt> spokenTime() {
        return SpokenTime.of(text, language, spoken);
    }

    /** Whether a person tells of a thing that they have one of, such as a home, or of its change or end. */
    public boolean tellsFact() {
        return speaker.isPerson() && FactReader.tells(text, speaker.name());
    }

    /** Whether a title or a name stands in quotation marks, such as "The Alchemist". */
    public boolean quotesTitle() {
        int quoted = WordTokens.of(text).words().size() - tokens.words().size();
        return quoted > 0 && quoted < LONGEST_TITLE;
    }

    /** Whether somebody who is named says what stands in quotation marks: {@code Tom wrote: "I moved"}. */
    public boolean reports() {
        WordTokens all = WordTokens.of(text);
        boolean quotes = all.words().size() > tokens.words().size() + 2;
        return quotes
                && has(Words.REPORTED)
                && (!startsWith(Words.FIRST_PERSON) || has(Words.NAMED))
                && !startsWith(Words.UNNAMED)
                && !tokens.words().isEmpty()
                && Character.isUpperCase(text.codePointAt(0));
    }

    public boolean isQuestion() {
        int end = text.length();
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return text.indexOf('?', end) >= 0 || text.indexOf('？', end) >= 0;
    }

    /** Whether the word at an index is written with a capital, or with a digit. */
    public boolean isCapital(int index) {
        int first = text.codePointAt(tokens.starts().get(index));
        return Character.isUpperCase(first);
    }
}
