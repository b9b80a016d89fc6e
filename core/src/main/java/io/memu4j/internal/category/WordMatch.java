package io.memu4j.internal.category;

import io.memu4j.config.CategoryDefinition;
import io.memu4j.internal.text.Cues;
import io.memu4j.internal.text.Language;
import io.memu4j.internal.text.WordTokens;
import io.memu4j.model.MemoryType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Matches statements with categories by words: the cues of a default category, and the words of any category's description. */
final class WordMatch {
    private static final Map<String, String> BY_TYPE = Map.of(
            "profile", "personal_info",
            "behavior", "habits",
            "event", "experiences",
            "knowledge", "knowledge",
            "instruction", "preferences");
    /** A row of the table without a weight of its own still tells the topic. */
    private static final double LEAST_CUE = 0.5;

    private static final double CLEAR = 2;
    private static final double MOST_OF_EVENT = 1.5;

    private static final double DESCRIPTION = 0.5;

    private final Map<String, CueWords> descriptions = new LinkedHashMap<>();
    private final Map<String, String> nameByLower = new LinkedHashMap<>();

    WordMatch(List<CategoryDefinition> categories) {
        for (CategoryDefinition category : categories) {
            String lower = category.name().toLowerCase(Locale.ROOT);
            nameByLower.put(lower, category.name());
            descriptions.put(category.name(), CueWords.ofDescription(category.name() + " " + category.description()));
        }
    }

    /** How well the words fit each category, in the order configured; 0 = not at all. */
    Map<String, Double> scores(TopicCandidate candidate) {
        Map<String, Double> scores = new LinkedHashMap<>();
        String prior = byType(candidate);
        Map<String, Double> topics = topics(candidate.text());
        for (String name : descriptions.keySet()) {
            double score = topics.getOrDefault(name.toLowerCase(Locale.ROOT), 0.0)
                    + DESCRIPTION * count(descriptions, name, candidate);
            scores.put(name, score + (name.equals(prior) ? typeWeight(candidate) : 0));
        }
        return scores;
    }

    /** The weights of the rows of {@code cues.txt} that the text has words of, by topic. */
    private static Map<String, Double> topics(String text) {
        Map<String, Double> topics = new HashMap<>();
        Cues.in(WordTokens.of(text), Language.ofSentence(text, Language.ENGLISH))
                .forEach(cue -> topics.merge(cue.topic(), weight(cue), Double::sum));
        return topics;
    }

    /** What is to be remembered or happens has mostly another topic beside. */
    private static double weight(Cues.Cue cue) {
        return switch (cue.kind()) {
            case "instruction" -> LEAST_CUE;
            case "event" -> Math.min(MOST_OF_EVENT, cue.weight());
            default -> Math.max(LEAST_CUE, cue.weight());
        };
    }

    /** Whether the words leave no doubt of the best category. */
    boolean isClear(Map<String, Double> scores) {
        return scores.values().stream().anyMatch(score -> score >= CLEAR);
    }

    /** The best one or two categories; that of the type where no word fits; none where that is not configured either. */
    List<String> best(Map<String, Double> scores) {
        List<String> ranked = new ArrayList<>(scores.keySet());
        ranked.sort(Comparator.comparingDouble((String name) -> -score(scores, name)));
        if (ranked.isEmpty() || score(scores, ranked.get(0)) <= 0) {
            return List.of();
        }
        boolean second = ranked.size() > 1
                && score(scores, ranked.get(1)) >= 1
                && score(scores, ranked.get(1)) >= 0.9 * score(scores, ranked.get(0));
        return List.copyOf(ranked.subList(0, second ? CategoryLinker.MOST : 1));
    }

    /** What is known or done again and again nearly always belongs to the category of its type; the other types are wider. */
    private static double typeWeight(TopicCandidate candidate) {
        boolean own = candidate.type().equals(MemoryType.KNOWLEDGE)
                || candidate.type().equals(MemoryType.BEHAVIOR);
        return own ? 1 : 0.25;
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
