package io.memu4j.internal.time;

import io.memu4j.internal.text.Language;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.HappenedAt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the times a text names, as spans of local time, in English, German, French, Spanish, Portuguese, Italian, Chinese and Japanese. By
 * rules alone; any thread. Meant for questions and dates: where words leave it open, what was is preferred to what comes. What a
 * statement speaks of is found by {@link SpokenTime}.
 */
public final class TimeExpressions {
    /** Behind that no question goes on; the grammar compares all times of a text. */
    static final int LONGEST = 2_000;

    private TimeExpressions() {}

    /**
     * The times in {@code text}, in its order, none overlapping another: the longer expression wins.
     *
     * @param spoken the local day of speaking, or null when unknown: then only times that need none are found
     */
    public static List<TimeMention> find(String text, @Nullable LocalDate spoken) {
        return found(text, spoken, spoken);
    }

    /**
     * The same for a question on what was said before.
     *
     * @param latest the day by which a date without a year is placed: that of the last thing said
     */
    public static List<TimeMention> find(String text, LocalDate spoken, LocalDate latest) {
        return found(text, spoken, latest);
    }

    private static List<TimeMention> found(String whole, @Nullable LocalDate spoken, @Nullable LocalDate latest) {
        String text = Texts.truncated(whole, LONGEST);
        TimeLexicon likely = TimeLexicon.of(Language.of(text));
        return Stream.concat(Stream.of(likely), likely.others(text).stream())
                .map(lexicon -> mentions(TimeTokens.of(text, lexicon), spoken, latest))
                .filter(mentions -> !mentions.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<TimeMention> mentions(
            TimeTokens tokens, @Nullable LocalDate spoken, @Nullable LocalDate latest) {
        List<TimeMention> mentions = new ArrayList<>();
        for (TimePhrase found : TimeGrammar.in(tokens, spoken == null)) {
            Outlook told = Tense.of(tokens, found.start(), found.end());
            LocalDate day = spoken == null ? LocalDate.EPOCH : spoken;
            HappenedAt when = found.read(new TimeReference(day, latest == null ? day : latest, told, Outlook.BACK));
            if (when != null) {
                mentions.add(found.mention(when));
            }
        }
        return List.copyOf(mentions);
    }

    /** The most precise time in {@code text}, the first of several; parameters as in {@link #find}. */
    public static Optional<TimeMention> mostPrecise(String text, @Nullable LocalDate spoken) {
        return find(text, spoken).stream()
                .min(Comparator.comparing(m -> m.when().precision()));
    }
}
