package io.memu4j.internal.category;

import io.memu4j.config.CategoryDefinition;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.model.Category;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the categories a statement belongs to. Names that were suggested win; else the words decide where they are clear or there is no
 * embedding model, and the meaning elsewhere. Thread-safe.
 */
public final class CategoryLinker {
    /** The most categories a statement is linked to by meaning or words. */
    static final int MOST = 2;

    private final Map<String, String> namesByKey = new LinkedHashMap<>();
    private final WordMatch words;
    private final VectorMatch meaning;

    /**
     * @param categories those that may be linked to
     * @param threshold the least cosine for a link, 0 to 1; words of the category in the statement add to it
     */
    public CategoryLinker(List<CategoryDefinition> categories, double threshold) {
        categories.forEach(c -> namesByKey.put(Category.nameKey(c.name()), c.name()));
        this.words = new WordMatch(categories);
        this.meaning = new VectorMatch(categories, threshold);
    }

    /**
     * The names of the configured categories each candidate belongs to, in the candidates' order; best first, possibly none.
     *
     * @param models what made the candidates' vectors; the categories are embedded with it once, at the first call that needs them
     * @throws io.memu4j.error.ModelException when the categories cannot be embedded
     */
    public List<List<String>> link(List<TopicCandidate> candidates, ModelCalls models) {
        return candidates.stream().map(candidate -> link(candidate, models)).toList();
    }

    private List<String> link(TopicCandidate candidate, ModelCalls models) {
        List<String> suggested = candidate.suggested().stream()
                .map(name -> namesByKey.get(Category.nameKey(name)))
                .filter(name -> name != null)
                .distinct()
                .toList();
        if (!suggested.isEmpty()) {
            return suggested;
        }
        float[] vector = candidate.vector();
        Optional<TextEmbedder> model = models.embedding();
        Map<String, Double> scores = words.scores(candidate);
        return vector == null || model.isEmpty() || words.isClear(scores)
                ? words.best(scores)
                : meaning.best(vector, scores, model.get());
    }
}
