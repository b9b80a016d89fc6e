package io.memu4j.category;

import io.memu4j.config.CategoryDefinition;
import io.memu4j.model.Category;
import io.memu4j.spi.llm.EmbeddingModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the categories a statement belongs to. Names that were suggested win; else the meaning decides where there is an embedding model,
 * and the words where there is none. Thread-safe.
 */
public final class CategoryLinker {
    /** The most categories a statement is linked to by meaning or words. */
    static final int MOST = 2;

    private final Map<String, String> namesByKey = new LinkedHashMap<>();
    private final WordMatch words;
    private final Optional<MeaningMatch> meaning;

    /**
     * @param categories those that may be linked to
     * @param threshold the least cosine for a link, 0 to 1; words of the category in the statement add to it
     * @param model what made the statements' vectors; the categories are embedded with it once, at the first {@link #link}
     */
    public CategoryLinker(List<CategoryDefinition> categories, double threshold, Optional<EmbeddingModel> model) {
        categories.forEach(c -> namesByKey.put(Category.nameKey(c.name()), c.name()));
        this.words = new WordMatch(categories);
        this.meaning = model.map(m -> new MeaningMatch(categories, threshold, m));
    }

    /**
     * The names of the configured categories each candidate belongs to, in the candidates' order; best first, possibly none.
     *
     * @throws io.memu4j.error.ModelException when the categories cannot be embedded
     */
    public List<List<String>> link(List<Candidate> candidates) {
        return candidates.stream().map(this::link).toList();
    }

    private List<String> link(Candidate candidate) {
        List<String> suggested = candidate.suggested().stream()
                .map(name -> namesByKey.get(Category.nameKey(name)))
                .filter(name -> name != null)
                .distinct()
                .toList();
        if (!suggested.isEmpty()) {
            return suggested;
        }
        float[] vector = candidate.vector();
        return vector != null && meaning.isPresent()
                ? meaning.get().best(vector, words.scores(candidate))
                : words.best(candidate);
    }
}
