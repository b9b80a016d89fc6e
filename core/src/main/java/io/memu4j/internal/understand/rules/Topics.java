package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Cues;
import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.internal.understand.rules.sentence.Speaker;
import io.memu4j.model.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a text is about: the rows of {@code cues.txt} that most of its passages have words of, and the names that come again. */
final class Topics {
    private static final double CLEAR = 1.5;
    private static final int FEW = 3;
    private static final Set<String> CALENDAR = RuleWords.of("Topics.calendar");

    private final Map<String, Integer> cues = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();

    private Topics() {}

    /** At most this many, names first, each group with the most frequent first. */
    static List<String> of(List<Passage> passages, int limit) {
        Set<String> speakers = new LinkedHashSet<>();
        passages.forEach(passage ->
                speakers.addAll(WordTokens.of(Speaker.of(passage).label()).words()));
        Topics topics = new Topics();
        for (Passage passage : passages) {
            if (Speaker.of(passage).kind() != Speaker.Kind.ASSISTANT) {
                topics.add(String.join("\n", Prose.of(passage.text()).blocks()), speakers);
            }
        }
        List<String> best = new ArrayList<>(best(topics.names, passages.size() < FEW ? 1 : 2, limit / 2));
        best.addAll(best(topics.cues, 1, limit - best.size()));
        return best;
    }

    private void add(String text, Set<String> speakers) {
        Language language = Language.of(text);
        WordTokens tokens = WordTokens.of(text);
        Set<String> found = new LinkedHashSet<>();
        Cues.in(tokens, language).stream()
                .filter(cue -> cue.weight() >= CLEAR && !cue.name().equals("-"))
                .forEach(cue -> found.add(cue.name()));
        found.forEach(name -> cues.merge(name, 1, Integer::sum));
        if (!language.isUnspaced() && !language.capitalisesNouns()) {
            names(text, tokens, language, speakers).forEach(name -> names.merge(name, 1, Integer::sum));
        }
    }

    /** Words with a capital within a sentence. */
    private static Set<String> names(String text, WordTokens tokens, Language language, Set<String> speakers) {
        Set<String> found = new LinkedHashSet<>();
        for (int i = 1; i < tokens.words().size(); i++) {
            String word = tokens.words().get(i);
            int start = tokens.starts().get(i);
            boolean within =
                    start > 1 && text.charAt(start - 1) == ' ' && Character.isLowerCase(text.charAt(start - 2));
            boolean name = Character.isUpperCase(text.charAt(start))
                    && word.length() > 2
                    && !word.contains("'")
                    && !language.isStopWord(word)
                    && !CALENDAR.contains(word)
                    && !speakers.contains(word);
            if (within && name) {
                found.add(text.substring(start, tokens.ends().get(i)));
            }
        }
        return found;
    }

    private static List<String> best(Map<String, Integer> counts, int least, int limit) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().toLowerCase(Locale.ROOT)))
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
