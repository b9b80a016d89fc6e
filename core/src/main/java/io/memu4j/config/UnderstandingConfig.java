package io.memu4j.config;

import io.memu4j.internal.value.ValueFields;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a chat model is asked to understand a source. Without a chat model it has no effect. Immutable. Values are checked by {@link #faults}.
 *
 * <p>The application's instructions are added to the prompts as they are. Do not let users write them.
 */
public final class UnderstandingConfig {
    /** Windows of 8,000 tokens and answers of up to 4,096, which fits a context of 16,384; no instructions of the application. */
    public static final UnderstandingConfig DEFAULT = new UnderstandingConfig(new Fields());

    private static final int LEAST_TOKENS = 200;

    private final Fields fields;

    private UnderstandingConfig(Fields fields) {
        this.fields = fields;
    }

    /**
     * Returns a copy with another size of windows.
     *
     * @param tokens of text per call, estimated, from 200
     * @return the copy
     */
    public UnderstandingConfig withWindowTokens(int tokens) {
        return copy(f -> f.windowTokens = tokens);
    }

    /**
     * Returns a copy with another length of answers.
     *
     * @param tokens of one answer, from 200
     * @return the copy
     */
    public UnderstandingConfig withAnswerTokens(int tokens) {
        return copy(f -> f.answerTokens = tokens);
    }

    /**
     * Returns a copy with additional instructions for sources of a modality.
     *
     * @param modality the modality
     * @param instructions added to the prompt as they are
     * @return the copy
     */
    public UnderstandingConfig withPrompt(Modality modality, String instructions) {
        return copy(f -> f.modalities = with(f.modalities, modality, instructions));
    }

    /**
     * Returns a copy with a description of a memory type. It replaces the built-in description. A type of the application's own has no other
     * description.
     *
     * @param type a type that {@link MemorizeConfig#types} names too
     * @param description what belongs to the type
     * @return the copy
     */
    public UnderstandingConfig withPrompt(MemoryType type, String description) {
        return copy(f -> f.types = with(f.types, type, description));
    }

    /**
     * Returns a copy with additional instructions for what belongs to a category and how it is summarized.
     *
     * @param category the name in any spelling that {@link Category#nameKey} maps to the same key
     * @param instructions added to the prompt as they are
     * @return the copy
     */
    public UnderstandingConfig withCategoryPrompt(String category, String instructions) {
        return copy(f -> f.categories = with(f.categories, Category.nameKey(category), instructions));
    }

    /**
     * Returns the additional instructions for a category.
     *
     * @param category the name in any spelling
     * @return the instructions, or null if there are none
     */
    public @Nullable String instructionsFor(String category) {
        return categories().get(Category.nameKey(category));
    }

    /**
     * Checks the values. {@link io.memu4j.MemoryServiceFactory.Builder#build} rejects a configuration with faults, and names all of them.
     *
     * @return one phrase per fault; empty if there is none
     */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (windowTokens() < LEAST_TOKENS) {
            faults.add("understanding windows have " + windowTokens() + " tokens: allow at least " + LEAST_TOKENS);
        }
        if (answerTokens() < LEAST_TOKENS) {
            faults.add("understanding answers have " + answerTokens() + " tokens: allow at least " + LEAST_TOKENS);
        }
        return List.copyOf(faults);
    }

    private static <K> Map<K, String> with(Map<K, String> map, K key, String value) {
        Map<K, String> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return Map.copyOf(changed);
    }

    /** {@return the maximum estimated tokens of text per call; less if {@link ModelLimits#contextTokens} is too small} */
    public int windowTokens() {
        return fields.windowTokens;
    }

    /** {@return the maximum tokens of one answer; less if {@link ModelLimits#contextTokens} is too small} */
    public int answerTokens() {
        return fields.answerTokens;
    }

    /** {@return the additional instructions by modality of a source} */
    public Map<Modality, String> modalities() {
        return fields.modalities;
    }

    /** {@return the descriptions of memory types that replace the built-in ones} */
    public Map<MemoryType, String> types() {
        return fields.types;
    }

    /** {@return the additional instructions by category, with {@link Category#nameKey} as the key} */
    public Map<String, String> categories() {
        return fields.categories;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnderstandingConfig that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "UnderstandingConfig[windows of " + windowTokens() + " tokens, answers of " + answerTokens() + "]";
    }

    private UnderstandingConfig copy(Consumer<Fields> change) {
        return new UnderstandingConfig(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        int windowTokens = 8_000;
        int answerTokens = 4_096;
        Map<Modality, String> modalities = Map.of();
        Map<MemoryType, String> types = Map.of();
        Map<String, String> categories = Map.of();

        @Override
        protected List<?> compared() {
            return List.of(windowTokens, answerTokens, modalities, types, categories);
        }
    }
}
