package io.memu4j.retrieve;

import io.memu4j.model.CallTotals;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a memory holds that is relevant to a question. Each list is ranked by itself, best first, and has at most {@code topK} rows; scores
 * compare within their list alone.
 *
 * @param needsRetrieval whether the question was thought to need memory; true where nobody judged
 * @param originalQuery the question as asked
 * @param rewrittenQuery the question as searched
 * @param nextStepQuery what to ask next to learn more, or null where nobody judged
 * @param categories topics, with their summaries
 * @param items statements
 * @param resources sources
 * @param passages pieces of sources, ranked over the whole scope
 * @param calls the model calls it took
 */
public record RetrieveResult(
        boolean needsRetrieval,
        String originalQuery,
        String rewrittenQuery,
        @Nullable String nextStepQuery,
        List<Scored<Category>> categories,
        List<ScoredItem> items,
        List<Scored<Resource>> resources,
        List<ScoredPassage> passages,
        CallTotals calls) {
    public RetrieveResult {
        categories = List.copyOf(categories);
        items = List.copyOf(items);
        resources = List.copyOf(resources);
        passages = List.copyOf(passages);
    }

    /**
     * A value and how well it fits; higher is better.
     *
     * @param signals what spoke for it, the most important first; empty unless {@link RetrieveRequest#explain}
     */
    public record Scored<T>(T value, double score, List<SignalShare> signals) {
        public Scored {
            signals = List.copyOf(signals);
        }

        /** One that is not explained. */
        public Scored(T value, double score) {
            this(value, score, List.of());
        }
    }

    /** A statement with the resources its citations are in, in no order. */
    public record ScoredItem(MemoryItem value, List<String> resourceIds, double score, List<SignalShare> signals) {
        public ScoredItem {
            resourceIds = List.copyOf(resourceIds);
            signals = List.copyOf(signals);
        }

        /** One that is not explained. */
        public ScoredItem(MemoryItem value, List<String> resourceIds, double score) {
            this(value, resourceIds, score, List.of());
        }
    }

    /** A passage with the resource it is from. */
    public record ScoredPassage(Passage value, Resource resource, double score, List<SignalShare> signals) {
        public ScoredPassage {
            signals = List.copyOf(signals);
        }

        /** One that is not explained. */
        public ScoredPassage(Passage value, Resource resource, double score) {
            this(value, resource, score, List.of());
        }
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return categories.isEmpty() && items.isEmpty() && resources.isEmpty() && passages.isEmpty();
    }

    /**
     * Renders what was found for a prompt: statements and passages by rank, then topics and sources, as many as fit, fenced as data. Nothing
     * within can end the fence: every entry is one line, and the fence's name cannot be known beforehand.
     *
     * @param maxTokens the budget, everything included, in estimated tokens: four characters of ASCII, two of another alphabet, one of
     *     Chinese, Japanese or Korean each
     * @return empty where nothing was found or nothing fits
     */
    public String toPrompt(int maxTokens) {
        return PromptBlock.of(this, maxTokens);
    }

    @Override
    public String toString() {
        return "RetrieveResult[" + categories.size() + " categories, " + items.size() + " items, " + resources.size()
                + " resources, " + passages.size() + " passages]";
    }
}
