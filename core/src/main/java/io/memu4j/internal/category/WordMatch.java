package io.memu4j.internal.category;

import io.memu4j.config.CategoryDefinition;
import io.memu4j.model.MemoryType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Matches statements with categories by words: the cues of a default category, and the words of any category's description. */
final class WordMatch {
    private static final Map<String, String> BY_TYPE =
            Map.of("profile", "personal_info", "behavior", "habits", "event", "experiences", "knowledge", "knowledge");
    private static final double CUE = 1.0;
    private static final double DESCRIPTION = 0.5;

    private final Map<String, CueWords> cues = new LinkedHashMap<>();
    private final Map<String, CueWords> descriptions = new LinkedHashMap<>();
    private final Map<String, String> nameByLower = new LinkedHashMap<>();

    WordMatch(List<CategoryDefinition> categories) {
        Map<String, CueWords> known = CueWords.ofDefaultCategories();
        for (CategoryDefinition category : categories) {
            String lower = category.name().toLowerCase(Locale.ROOT);
            nameByLower.put(lower, category.name());
            cues.put(category.name(), known.getOrDefault(lower, CueWords.NONE));
            descriptions.put(category.name(), CueWords.ofDescription(category.name() + " " + category.description()));
        }
    }

    /** How well the words fit each category, in the order configured; 0 = not at all. */
    Map<String, Double> scores(TopicCandidate candidate) {
        Map<String, Double> scores = new LinkedHashMap<>();
        String prior = byType(candidate);
        for (String name : cues.keySet()) {
            double score = CUE * count(cues, name, candidate) + DESCRIPTION * count(descriptions, name, candidate);
            scores.put(name, score + (name.equals(prior) ? typeWeight(candidate) : 0));
        }
        return scores;
    }

    /** The best one or two categories; that of the type where no word fits; none where that is not configured either. */
    List<String> best(TopicCandidate candidate) {
        Map<String, Double> scores = scores(candidate);
        List<String> ranked = new ArrayList<>(scores.keySet());
        ranked.sort(Comparator.comparingDouble((String name) -> -score(scores, name)));
        if (ranked.isEmpty() || score(scores, ranked.get(0)) <= 0) {
            return List.of();
        }
        boolean second = ranked.size() > 1
                && score(scores, ranked.get(1)) >= 1
                && score(scores, ranked.get(1)) >= 0.8 * score(scores, ranked.get(0));
        return List.copyOf(ranked.subList(0, second ? CategoryLinker.MOST : 1));
    }

    /** What is known or done again and again nearly always belongs to the category of its type; the other types are wider. */
    private static double typeWeight(TopicCandidate candidate) {
        return candidate.type().equals(MemoryType.KNOWLEDGE) || candidate.type().equals(MemoryType.BEHAVIOR) ? 1 : 0.25;
    }

    private String byType(TopicCandidate candidate) {
        String usual =
                BY_TYPE.getOrDefault(candidate.type().name(), candidate.type().name());
        return nameByLower.getOrDefault(usual, "");
    }

    private static long count(Map<String, CueWords> words, String name, TopicCandidate candidate) {
        return words.getOrDefault(name, CueWords.NONE).countIn(candidate.text());
    }

    private static double score(Map<String, Double> scores, String name) {
        return scores.getOrDefault(name, 0.0);
    }
}
