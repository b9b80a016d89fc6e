package io.memu4j.config;

import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import java.util.List;

/**
 * How sources are taken in.
 *
 * @param maxSourceBytes the largest source accepted, in bytes
 * @param types the types of items made
 * @param categories the topics items are linked to
 * @param categoryThreshold the least cosine between an item and a topic for a link, 0 to 1; words in common add to it. Measured with
 *     bge-small: statements have 0.40 to 0.68 with the topic that fits them best, 0.45 with the average topic
 * @param summaryTargetWords how long a category's summary may get, in words
 * @param fetch which URIs may be fetched
 * @param budget what one memorize may spend on model calls, unless its request says otherwise
 * @param understanding how a chat model is asked
 */
public record MemorizeConfig(
        long maxSourceBytes,
        List<MemoryType> types,
        List<CategoryDefinition> categories,
        double categoryThreshold,
        int summaryTargetWords,
        ResourcePolicy fetch,
        CallBudget budget,
        UnderstandingConfig understanding) {
    /** What applies unless told otherwise: sources up to 20 MiB, four types, ten topics, 400 words, no fetching, no budget. */
    public static final MemorizeConfig DEFAULT = new MemorizeConfig(
            20L << 20,
            MemoryType.DEFAULTS,
            CategoryDefinition.DEFAULTS,
            0.45,
            400,
            ResourcePolicy.off(),
            CallBudget.UNLIMITED,
            UnderstandingConfig.DEFAULT);

    public MemorizeConfig {
        types = List.copyOf(types);
        categories = List.copyOf(categories);
    }

    public MemorizeConfig withMaxSourceBytes(long bytes) {
        return new MemorizeConfig(
                bytes, types, categories, categoryThreshold, summaryTargetWords, fetch, budget, understanding);
    }

    public MemorizeConfig withTypes(List<MemoryType> newTypes) {
        return new MemorizeConfig(
                maxSourceBytes,
                newTypes,
                categories,
                categoryThreshold,
                summaryTargetWords,
                fetch,
                budget,
                understanding);
    }

    public MemorizeConfig withCategories(List<CategoryDefinition> newCategories) {
        return new MemorizeConfig(
                maxSourceBytes,
                types,
                newCategories,
                categoryThreshold,
                summaryTargetWords,
                fetch,
                budget,
                understanding);
    }

    public MemorizeConfig withCategoryThreshold(double leastCosine) {
        return new MemorizeConfig(
                maxSourceBytes, types, categories, leastCosine, summaryTargetWords, fetch, budget, understanding);
    }

    public MemorizeConfig withSummaryTargetWords(int words) {
        return new MemorizeConfig(
                maxSourceBytes, types, categories, categoryThreshold, words, fetch, budget, understanding);
    }

    public MemorizeConfig withFetch(ResourcePolicy policy) {
        return new MemorizeConfig(
                maxSourceBytes,
                types,
                categories,
                categoryThreshold,
                summaryTargetWords,
                policy,
                budget,
                understanding);
    }

    public MemorizeConfig withBudget(CallBudget limit) {
        return new MemorizeConfig(
                maxSourceBytes, types, categories, categoryThreshold, summaryTargetWords, fetch, limit, understanding);
    }

    public MemorizeConfig withUnderstanding(UnderstandingConfig how) {
        return new MemorizeConfig(
                maxSourceBytes, types, categories, categoryThreshold, summaryTargetWords, fetch, budget, how);
    }

    /** More instructions for sources of a modality, in the application's own words. */
    public MemorizeConfig withPrompt(Modality modality, String instructions) {
        return withUnderstanding(understanding.withPrompt(modality, instructions));
    }

    /** What belongs to a type, in the application's own words; the type itself is named with {@link #withTypes}, or the factory is not built. */
    public MemorizeConfig withPrompt(MemoryType type, String description) {
        return withUnderstanding(understanding.withPrompt(type, description));
    }

    /** More instructions for what belongs to a category and how it is summarized, in the application's own words. */
    public MemorizeConfig withCategoryPrompt(String category, String instructions) {
        return withUnderstanding(understanding.withCategoryPrompt(category, instructions));
    }
}
