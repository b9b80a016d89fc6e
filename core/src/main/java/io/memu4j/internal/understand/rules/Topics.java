package io.memu4j.internal.understand.rules;

import io.memu4j.internal.text.Language;
import io.memu4j.model.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a text is about: the things it names in several passages, above all in those worth remembering. */
final class Topics {
    private static final double LEAST = 2;
    private static final double IN_A_STATEMENT = 1.5;

    private final Map<String, Double> weights = new LinkedHashMap<>();
    private final Map<String, String> written = new LinkedHashMap<>();

    private Topics() {}

    /**
     * The topics, most frequent first.
     *
     * @param remembered ids of the passages that statements were made of
     * @param names speakers, who are no topics
     */
    static List<String> of(List<Passage> passages, Set<String> remembered, Set<String> names, int limit) {
        Topics topics = new Topics();
        for (Passage passage : passages) {
            topics.add(passage, remembered.contains(passage.id()) ? IN_A_STATEMENT : 1, names);
        }
        return topics.best(passages.size() < 3 ? 1 : LEAST, limit);
    }

    private void add(Passage passage, double weight, Set<String> names) {
        String text = SharedPhotos.of(StageDirections.removed(Markup.removed(passage.text())))
                .text();
        Language language = Language.of(text);
        if (language.isUnspaced()) {
            return;
        }
        Set<String> counted = new HashSet<>();
        for (String phrase : NounPhrases.in(text, language)) {
            boolean speaker = names.stream()
                    .anyMatch(name -> Arrays.stream(phrase.split(" ")).anyMatch(word -> Openings.mayName(word, name)));
            String key = head(phrase);
            if (!speaker && counted.add(key)) {
                weights.merge(key, weight, Double::sum);
                written.merge(key, phrase, (old, now) -> now.length() > old.length() ? now : old);
            }
        }
    }

    private List<String> best(double least, int limit) {
        List<String> keys = new ArrayList<>(weights.keySet());
        keys.removeIf(key -> weight(key) < least);
        keys.sort(Comparator.comparingDouble((String key) -> -weight(key)));
        List<String> best = new ArrayList<>();
        for (String key : keys) {
            String phrase = written.getOrDefault(key, key);
            boolean inAnother = best.stream().anyMatch(other -> sharesWord(other, phrase));
            if (!inAnother && best.size() < limit) {
                best.add(phrase);
            }
        }
        return best;
    }

    private double weight(String key) {
        return weights.getOrDefault(key, 0.0);
    }

    /** The last word, which says what the thing is, without a plural s. */
    private static String head(String phrase) {
        String last = phrase.substring(phrase.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return last.length() > 4 && last.endsWith("s") && !last.endsWith("ss")
                ? last.substring(0, last.length() - 1)
                : last;
    }

    private static boolean sharesWord(String a, String b) {
        Set<String> words = new HashSet<>(List.of(a.toLowerCase(Locale.ROOT).split(" ")));
        words.remove("a");
        return List.of(b.toLowerCase(Locale.ROOT).split(" ")).stream().anyMatch(words::contains);
    }
}
