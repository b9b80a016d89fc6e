package io.memu4j.config;

import io.memu4j.internal.value.ValueFields;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How sources are memorized. Immutable. Values are checked by {@link #faults}. */
public final class MemorizeConfig {
    /** Sources up to 20 MiB, four types, ten topics, summaries of 400 words, no fetching, no budget. */
    public static final MemorizeConfig DEFAULT = new MemorizeConfig(new Fields());

    private final Fields fields;

    private MemorizeConfig(Fields fields) {
        this.fields = fields;
    }

    /**
     * Returns a copy with another limit on the size of sources.
     *
     * @param bytes from 1
     * @return the copy
     */
    public MemorizeConfig withMaxSourceBytes(long bytes) {
        return copy(f -> f.maxSourceBytes = bytes);
    }

    /**
     * Returns a copy with other types of items.
     *
     * @param newTypes at least one
     * @return the copy
     */
    public MemorizeConfig withTypes(List<MemoryType> newTypes) {
        return copy(f -> f.types = List.copyOf(newTypes));
    }

    /**
     * Returns a copy with other topics.
     *
     * @param newCategories may be empty; then no item is linked
     * @return the copy
     */
    public MemorizeConfig withCategories(List<CategoryDefinition> newCategories) {
        return copy(f -> f.categories = List.copyOf(newCategories));
    }

    /**
     * Returns a copy with another threshold for links. Measured with bge-small, a statement has a cosine of 0.40 to 0.68 with its best topic,
     * and of 0.45 with an average topic.
     *
     * @param leastCosine between an item and a topic, 0 to 1; common words add to it
     * @return the copy
     */
    public MemorizeConfig withCategoryThreshold(double leastCosine) {
        return copy(f -> f.categoryThreshold = leastCosine);
    }

    /**
     * Returns a copy with another length of summaries.
     *
     * @param words from 10
     * @return the copy
     */
    public MemorizeConfig withSummaryTargetWords(int words) {
        return copy(f -> f.summaryTargetWords = words);
    }

    /**
     * Returns a copy with another policy for fetching.
     *
     * @param policy the URIs that may be fetched
     * @return the copy
     */
    public MemorizeConfig withFetch(ResourcePolicy policy) {
        return copy(f -> f.fetch = policy);
    }

    /**
     * Returns a copy with another budget.
     *
     * @param limit of model calls of one memorize
     * @return the copy
     */
    public MemorizeConfig withBudget(CallBudget limit) {
        return copy(f -> f.budget = limit);
    }

    /**
     * Returns a copy with other instructions for chat models.
     *
     * @param how sizes of prompts, and instructions
     * @return the copy
     */
    public MemorizeConfig withUnderstanding(UnderstandingConfig how) {
        return copy(f -> f.understanding = how);
    }

    /**
     * Returns a copy with additional instructions for sources of a modality.
     *
     * @param modality the modality
     * @param instructions added to the prompt as they are
     * @return the copy
     */
    public MemorizeConfig withPrompt(Modality modality, String instructions) {
        return withUnderstanding(understanding().withPrompt(modality, instructions));
    }

    /**
     * Returns a copy with a description of a memory type.
     *
     * @param type one of {@link #types}; a type that is not named there is a fault
     * @param description what belongs to the type
     * @return the copy
     */
    public MemorizeConfig withPrompt(MemoryType type, String description) {
        return withUnderstanding(understanding().withPrompt(type, description));
    }

    /**
     * Returns a copy with additional instructions for what belongs to a category and how it is summarized.
     *
     * @param category the name of the category
     * @param instructions added to the prompt as they are
     * @return the copy
     */
    public MemorizeConfig withCategoryPrompt(String category, String instructions) {
        return withUnderstanding(understanding().withCategoryPrompt(category, instructions));
    }

    /**
     * Checks the values. {@link io.memu4j.MemoryServiceFactory.Builder#build} rejects a configuration with faults, and names all of them.
     *
     * @return one phrase per fault; empty if there is none
     */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (types().isEmpty()) {
            faults.add("memorize(..) names no memory types: name at least one");
        }
        if (maxSourceBytes() < 1) {
            faults.add("memorize(..) accepts sources up to " + maxSourceBytes() + " bytes: accept at least 1");
        }
        if (!(categoryThreshold() >= 0 && categoryThreshold() <= 1)) { // also rejects NaN
            faults.add("memorize(..) links categories from a cosine of " + categoryThreshold() + ": choose 0 to 1");
        }
        if (summaryTargetWords() < 10) {
            faults.add("memorize(..) wants summaries of " + summaryTargetWords() + " words: allow at least 10");
        }
        List<String> unknown = understanding().types().keySet().stream()
                .filter(type -> !types().contains(type))
                .map(MemoryType::name)
                .sorted()
                .toList();
        if (!unknown.isEmpty()) {
            faults.add("MemorizeConfig.withPrompt describes types that are not configured, "
                    + String.join(", ", unknown) + ": name them with MemorizeConfig.withTypes too");
        }
        faults.addAll(understanding().faults());
        return List.copyOf(faults);
    }

    /** {@return the size of the largest source that is accepted, in bytes} */
    public long maxSourceBytes() {
        return fields.maxSourceBytes;
    }

    /** {@return the types of items that are made; not modifiable} */
    public List<MemoryType> types() {
        return fields.types;
    }

    /** {@return the topics that items are linked to; not modifiable} */
    public List<CategoryDefinition> categories() {
        return fields.categories;
    }

    /** {@return the least cosine between an item and a topic for a link, to which common words add} */
    public double categoryThreshold() {
        return fields.categoryThreshold;
    }

    /** {@return the length that a summary of a category should not exceed, in words} */
    public int summaryTargetWords() {
        return fields.summaryTargetWords;
    }

    /** {@return the URIs that may be fetched} */
    public ResourcePolicy fetch() {
        return fields.fetch;
    }

    /** {@return the budget of one memorize, unless its request has its own} */
    public CallBudget budget() {
        return fields.budget;
    }

    /** {@return how a chat model is asked} */
    public UnderstandingConfig understanding() {
        return fields.understanding;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemorizeConfig that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "MemorizeConfig[up to " + maxSourceBytes() + " bytes, " + types().size() + " types, "
                + categories().size() + " categories, threshold " + categoryThreshold() + ", " + fetch() + ", "
                + budget() + "]";
    }

    private MemorizeConfig copy(Consumer<Fields> change) {
        return new MemorizeConfig(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        long maxSourceBytes = 20L << 20;
        List<MemoryType> types = MemoryType.DEFAULTS;
        List<CategoryDefinition> categories = CategoryDefinition.DEFAULTS;
        double categoryThreshold = 0.45;
        int summaryTargetWords = 400;
        ResourcePolicy fetch = ResourcePolicy.off();
        CallBudget budget = CallBudget.UNLIMITED;
        UnderstandingConfig understanding = UnderstandingConfig.DEFAULT;

        @Override
        protected List<?> compared() {
            return List.of(
                    maxSourceBytes,
                    types,
                    categories,
                    categoryThreshold,
                    summaryTargetWords,
                    fetch,
                    budget,
                    understanding);
        }
    }
}
