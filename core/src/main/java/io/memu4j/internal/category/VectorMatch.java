package io.memu4j.internal.category;

import io.memu4j.config.CategoryDefinition;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Matches statements with categories by the cosine of their vectors, with the words as a second opinion. Thread-safe. */
final class VectorMatch {
    /** How much one matching word counts, in cosine: of 58 labelled statements 34 go right without words, 52 with this weight. */
    private static final double PER_WORD = 0.1;

    private static final double MOST_WORDS = 3;
    /** The second category must come this close to the first. */
    private static final double CLOSE = 0.02;

    private final List<CategoryDefinition> categories;
    private final double threshold;
    private volatile @Nullable List<float[]> vectors;

    VectorMatch(List<CategoryDefinition> categories, double threshold) {
        this.categories = List.copyOf(categories);
        this.threshold = threshold;
    }

    /** The names of the best one or two categories whose cosine, raised by matching words, reaches the threshold. */
    List<String> best(float[] statement, Map<String, Double> words, TextEmbedder model) {
        List<float[]> known = vectors(model);
        List<Fit> fits = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            String name = categories.get(i).name();
            double cosine = dot(statement, known.get(i));
            double score = cosine + PER_WORD * Math.min(MOST_WORDS, words.getOrDefault(name, 0.0));
            if (score >= threshold) {
                fits.add(new Fit(name, score));
            }
        }
        fits.sort(Comparator.comparingDouble((Fit fit) -> -fit.score()));
        return fits.stream()
                .limit(CategoryLinker.MOST)
                .filter(fit -> fit.score() >= fits.get(0).score() - CLOSE)
                .map(Fit::name)
                .toList();
    }

    private List<float[]> vectors(TextEmbedder model) {
        List<float[]> known = vectors;
        if (known == null) {
            known = List.copyOf(model.embedAll(categories.stream()
                    .map(c -> c.name().replace('_', ' ') + ": " + c.description())
                    .toList()));
            vectors = known;
        }
        return known;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private record Fit(String name, double score) {}
}
