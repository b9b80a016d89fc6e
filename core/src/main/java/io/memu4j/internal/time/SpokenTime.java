package io.memu4j.internal.time;

import io.memu4j.internal.text.Language;
import io.memu4j.model.HappenedAt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time that a statement speaks of. No time is better than a guessed one: a time counts only where the verb of its clause tells
 * where it lies, and nothing says that it is not so, may be so, or comes again and again.
 */
public final class SpokenTime {
    private final TimeTokens tokens;
    private final LocalDate spoken;

    private SpokenTime(TimeTokens tokens, LocalDate spoken) {
        this.tokens = tokens;
        this.spoken = spoken;
    }

    /**
     * The time that {@code text} speaks of, in the local time of the speaker.
     *
     * @param text a sentence, or a few
     * @param language the likely language of the text
     * @param spoken the local day of speaking, or null when unknown: then only times that need none are found
     */
    public static Optional<HappenedAt> of(String text, Language language, @Nullable LocalDate spoken) {
        if (text.length() > TimeExpressions.LONGEST) {
            return Optional.empty();
        }
        TimeTokens tokens = tokens(text, language);
        return new SpokenTime(tokens, spoken == null ? LocalDate.EPOCH : spoken)
                .chosen(TimeGrammar.in(tokens, spoken == null));
    }

    /** Read in the language that knows most of its words: a short text may have been taken for one close to its own. */
    private static TimeTokens tokens(String text, Language language) {
        TimeTokens likely = TimeTokens.of(text, TimeLexicon.of(language));
        if (language.isEnglish() && !TimeGrammar.in(likely, false).isEmpty()) {
            return likely;
        }
        for (TimeLexicon other : likely.lexicon().others(text)) {
            TimeTokens tokens = TimeTokens.of(text, other);
            likely = !other.is("en") && tokens.known() > likely.known() ? tokens : likely;
        }
        return likely;
    }

    private record Candidate(HappenedAt when, boolean main) {
        boolean holds(Candidate other) {
            return !when.start().isAfter(other.when.start()) && !when.end().isBefore(other.when.end());
        }
    }

    /** The only time; of several the one of the main clause, or the most precise where each lies within another. */
    private Optional<HappenedAt> chosen(List<TimePhrase> found) {
        List<Candidate> candidates = new ArrayList<>();
        for (TimePhrase one : found) {
            Optional<HappenedAt> when = time(one);
            boolean main = !isSubordinate(one);
            if (when.isEmpty() && main && !isHarmless(one)) {
                return Optional.empty();
            }
            when.ifPresent(time -> candidates.add(new Candidate(time, main)));
        }
        List<Candidate> main = candidates.stream().filter(Candidate::main).toList();
        List<Candidate> counting = main.isEmpty() ? candidates : main;
        Optional<Candidate> finest =
                counting.stream().min(Comparator.comparing(c -> c.when().precision()));
        return finest.filter(one -> counting.stream().allMatch(other -> other.holds(one)))
                .map(Candidate::when);
    }

    /** Whether a time that is none leaves the others of the text as they are: a habit says nothing of them. */
    private boolean isHarmless(TimePhrase one) {
        return !one.isDay();
    }

    private Optional<HappenedAt> time(TimePhrase one) {
        if (isVetoed(one)) {
            return Optional.empty();
        }
        Outlook told = Tense.of(tokens, one.start(), one.end());
        return Optional.ofNullable(one.read(new TimeReference(spoken, spoken, told, Outlook.OPEN)));
    }

    private boolean isVetoed(TimePhrase one) {
        int first = Tense.sentenceStart(tokens, one.start());
        int last = Tense.sentenceEnd(tokens, one.end());
        String sentence = tokens.roles().substring(first, last);
        String clause =
                tokens.roles().substring(Tense.clauseStart(tokens, one.start()), Tense.clauseEnd(tokens, one.end()));
        boolean yearly = sentence.indexOf(TimeRole.YEARLY.letter) >= 0 && one.lacksYear();
        return yearly
                || sentence.indexOf(TimeRole.DOUBT.letter) >= 0
                || clause.indexOf(TimeRole.NEGATION.letter) >= 0
                || clause.indexOf(TimeRole.HABIT.letter) >= 0
                || (one.isYear() && isOfThing(one.start()));
    }

    /** "A car built in 2012", "the model of 2019". */
    private boolean isOfThing(int start) {
        if (start == 0 || !tokens.get(start - 1).isAny("tm")) {
            return false;
        }
        return tokens.get(start - 1).role() == TimeRole.THING
                || start < 2
                || !tokens.get(start - 2).isAny("p=v<");
    }

    private boolean isSubordinate(TimePhrase one) {
        int first = Tense.clauseStart(tokens, one.start());
        return first > 0 && tokens.get(first - 1).role() == TimeRole.RELATIVE;
    }
}
