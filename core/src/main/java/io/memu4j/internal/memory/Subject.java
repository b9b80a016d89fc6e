package io.memu4j.internal.memory;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.search.text.AnalysisLanguage;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.model.MemoryItem;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What statements are about, in words. A statement is about it when it has every word that tells something, in any form; the kind of fact
 * that was read in it counts as a word of it. One thread.
 */
final class Subject {
    /** Words for kinds of facts, by the kind as {@link MemoryItem#fact()} names it. */
    private static final Map<String, String> KINDS = Map.of(
            "home", "home city town place",
            "employer", "employer job work company",
            "occupation", "occupation job work profession",
            "partner", "partner relationship boyfriend girlfriend husband wife",
            "pet", "pet",
            "phone", "phone number telephone mobile",
            "trip", "trip journey travel holiday vacation");

    private final TextAnalysis analysis;
    private final String words;
    private final Map<AnalysisLanguage, Set<String>> terms = new EnumMap<>(AnalysisLanguage.class);

    /** @throws InvalidInputException if the words tell nothing */
    Subject(TextAnalysis analysis, String words) {
        this.analysis = analysis;
        this.words = words;
        if (in(analysis.language(words)).isEmpty()) {
            throw new InvalidInputException(
                    "What to find has no word that tells something. Name it with a noun or a name, such as \"my dentist\".");
        }
    }

    /** Returns whether the statement is about it. */
    boolean isOf(MemoryItem item) {
        String text = item.attributed() + " " + kind(item.fact());
        return isIn(text, analysis.language(item.summary())) || isIn(text, analysis.language(words));
    }

    private boolean isIn(String text, AnalysisLanguage language) {
        Set<String> wanted = in(language);
        return !wanted.isEmpty() && new HashSet<>(analysis.terms(language, text)).containsAll(wanted);
    }

    private Set<String> in(AnalysisLanguage language) {
        return terms.computeIfAbsent(language, l -> Set.copyOf(analysis.terms(l, words)));
    }

    private static String kind(@Nullable String fact) {
        if (fact == null || fact.startsWith("words:")) {
            return "";
        }
        List<String> parts = List.of(fact.split("[:/]", 2));
        return String.join(" ", parts) + " " + KINDS.getOrDefault(parts.get(0), "");
    }
}
