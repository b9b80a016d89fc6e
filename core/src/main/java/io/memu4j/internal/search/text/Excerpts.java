package io.memu4j.internal.search.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Cuts long texts to the sentences that speak to a question: those with words of the question, rare words first. A line of a list or of
 * code counts as a sentence. For one question and one thread.
 */
public final class Excerpts {
    private static final String GAP = " \u2026 ";

    private final String question;
    private final TextAnalysis analysis;
    private final ToIntFunction<String> tokens;
    private final Map<AnalysisLanguage, Set<String>> terms = new EnumMap<>(AnalysisLanguage.class);
    private final Map<String, List<Sentence>> known = new HashMap<>();

    /**
     * Makes excerpts for a question.
     *
     * @param tokens counts the tokens of a text
     */
    public Excerpts(String question, TextAnalysis analysis, ToIntFunction<String> tokens) {
        this.question = question;
        this.analysis = analysis;
        this.tokens = tokens;
    }

    /** @param hits the words of the question in it */
    private record Sentence(String text, Set<String> hits) {}

    /** Returns the text if it is short enough, otherwise sentences of it in their order; the beginning if none speaks to the question. */
    public String of(String text, int mostTokens) {
        if (tokens.applyAsInt(text) <= mostTokens) {
            return text;
        }
        List<Sentence> all = of(text);
        BitSet chosen = new BitSet();
        int left = mostTokens;
        for (int at : byWorth(all)) {
            int cost = tokens.applyAsInt(all.get(at).text()) + 1;
            if (cost <= left) {
                left -= cost;
                chosen.set(at);
            } else if (chosen.isEmpty()) {
                return beginning(all.get(at).text(), mostTokens);
            }
        }
        StringBuilder excerpt = new StringBuilder();
        int last = -1;
        for (int at = chosen.nextSetBit(0); at >= 0; at = chosen.nextSetBit(at + 1)) {
            excerpt.append(at == last + 1 ? at == 0 ? "" : " " : GAP.substring(excerpt.isEmpty() ? 1 : 0));
            excerpt.append(all.get(at).text());
            last = at;
        }
        return last + 1 < all.size() ? excerpt.append(GAP.stripTrailing()).toString() : excerpt.toString();
    }

    /** Returns the best sentences of a text with at least one word of the question, in the order of the text. */
    public List<String> best(String text, int most) {
        List<Sentence> all = of(text);
        return byWorth(all).stream()
                .filter(at -> !all.get(at).hits().isEmpty())
                .limit(most)
                .sorted()
                .map(at -> all.get(at).text())
                .toList();
    }

    /** Orders the sentences by the words of the question in them; a word of many sentences of the text counts little. */
    private static List<Integer> byWorth(List<Sentence> all) {
        Map<String, Integer> occurrences = new HashMap<>();
        all.forEach(sentence -> sentence.hits().forEach(term -> occurrences.merge(term, 1, Integer::sum)));
        double[] worth = all.stream()
                .mapToDouble(sentence -> sentence.hits().stream()
                        .mapToDouble(term -> Math.log1p((double) all.size() / occurrences.getOrDefault(term, 1)))
                        .sum())
                .toArray();
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingDouble(at -> -worth[at]))
                .toList();
    }

    private List<Sentence> of(String text) {
        return known.computeIfAbsent(text, this::split);
    }

    private List<Sentence> split(String text) {
        List<Sentence> found = new ArrayList<>();
        AnalysisLanguage language = analysis.language(text);
        Set<String> wanted = terms.computeIfAbsent(language, l -> new HashSet<>(analysis.terms(l, question)));
        BreakIterator iterator = BreakIterator.getSentenceInstance(Locale.ROOT);
        text.lines().forEach(line -> {
            iterator.setText(line);
            int start = 0;
            for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
                String sentence = line.substring(start, end).strip();
                start = end;
                if (!sentence.isEmpty()) {
                    Set<String> hits = new HashSet<>(analysis.terms(language, sentence));
                    hits.retainAll(wanted);
                    found.add(new Sentence(sentence, hits));
                }
            }
        });
        return found;
    }

    /** Cuts after the last blank that fits. */
    private String beginning(String text, int mostTokens) {
        int end = Math.min(text.length(), 4 * mostTokens);
        while (end > 0 && (tokens.applyAsInt(text.substring(0, end)) >= mostTokens || splitsPair(text, end))) {
            end -= Math.max(1, end / 16);
        }
        int blank = text.lastIndexOf(' ', end);
        return text.substring(0, blank > end / 2 ? blank : end) + GAP.stripTrailing();
    }

    private static boolean splitsPair(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at));
    }
}
