package io.memu4j.internal.prompt;

import io.memu4j.internal.search.text.TextAnalysis;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
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

    private final TextAnalysis analysis;
    private final ToIntFunction<String> tokens;
    private final Set<String> question;
    /** Number of sentences that hold each word of the question. */
    private final Map<String, Integer> occurrences = new HashMap<>();

    private final Map<String, List<Sentence>> known = new HashMap<>();
    private int sentences;

    /**
     * Makes excerpts of texts for a question.
     *
     * @param texts those that may be cut; a word that is in many of their sentences counts little
     * @param tokens counts the tokens of a text
     */
    public Excerpts(String question, Iterable<String> texts, TextAnalysis analysis, ToIntFunction<String> tokens) {
        this.analysis = analysis;
        this.tokens = tokens;
        this.question = new HashSet<>(analysis.analyzed(question).terms());
        for (String text : texts) {
            for (Sentence sentence : of(text)) {
                sentences++;
                sentence.hits().forEach(term -> occurrences.merge(term, 1, Integer::sum));
            }
        }
    }

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

    private List<Integer> byWorth(List<Sentence> all) {
        return IntStream.range(0, all.size())
                .boxed()
                .sorted(Comparator.comparingDouble(at -> -worth(all.get(at))))
                .toList();
    }

    private double worth(Sentence sentence) {
        double worth = 0;
        for (String term : sentence.hits()) {
            worth += Math.log1p((double) (sentences + 1) / (1 + occurrences.getOrDefault(term, 0)));
        }
        return worth;
    }

    private List<Sentence> of(String text) {
        return known.computeIfAbsent(text, this::split);
    }

    private List<Sentence> split(String text) {
        List<Sentence> found = new ArrayList<>();
        BreakIterator iterator = BreakIterator.getSentenceInstance(Locale.ROOT);
        text.lines().forEach(line -> {
            iterator.setText(line);
            int start = 0;
            for (int end = iterator.next(); end != BreakIterator.DONE; end = iterator.next()) {
                String sentence = line.substring(start, end).strip();
                start = end;
                if (!sentence.isEmpty()) {
                    Set<String> hits = new HashSet<>(analysis.analyzed(sentence).terms());
                    hits.retainAll(question);
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
