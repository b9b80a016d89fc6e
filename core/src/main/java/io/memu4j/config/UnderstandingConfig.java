package io.memu4j.config;

import io.memu4j.error.ConfigurationException;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a chat model is asked to understand a source; without a chat model it changes nothing. The instructions are the application's own
 * words, added to ours as they are: whoever writes them is trusted.
 *
 * @param windowTokens how much text goes into one call at most, in tokens as estimated, from 200; less where the model's context
 *     ({@link ModelLimits#contextTokens}) is too small for that
 * @param answerTokens how long one answer may get, in tokens, from 200; less in the same case
 * @param modalities more instructions for sources of a modality
 * @param types what belongs to a type; replaces our words for it, and says it for types of the application's own
 * @param categories more instructions for what belongs to a category and how it is summarized, by the key of the category's name
 *     ({@link Category#nameKey}); any spelling of the name may be given
 */
public record UnderstandingConfig(
        int windowTokens,
        int answerTokens,
        Map<Modality, String> modalities,
        Map<MemoryType, String> types,
        Map<String, String> categories) {
    /** Windows of 8,000 tokens, answers of up to 4,096, which fits a context of 16,384; no instructions of the application's own. */
    public static final UnderstandingConfig DEFAULT =
            new UnderstandingConfig(8_000, 4_096, Map.of(), Map.of(), Map.of());

    private static final int LEAST_TOKENS = 200;

    /** @throws ConfigurationException when a number of tokens is too small */
    public UnderstandingConfig {
        if (windowTokens < LEAST_TOKENS || answerTokens < LEAST_TOKENS) {
            throw new ConfigurationException("A window of " + windowTokens + " tokens with an answer of " + answerTokens
                    + " is too small. Expected at least " + LEAST_TOKENS + " of each.");
        }
        modalities = Map.copyOf(modalities);
        types = Map.copyOf(types);
        Map<String, String> byKey = new LinkedHashMap<>();
        categories.forEach((name, instructions) -> byKey.put(Category.nameKey(name), instructions));
        categories = Map.copyOf(byKey);
    }

    /** The application's instructions for a category, or null. */
    public @Nullable String instructionsFor(String category) {
        return categories.get(Category.nameKey(category));
    }

    public UnderstandingConfig withWindowTokens(int tokens) {
        return new UnderstandingConfig(tokens, answerTokens, modalities, types, categories);
    }

    public UnderstandingConfig withAnswerTokens(int tokens) {
        return new UnderstandingConfig(windowTokens, tokens, modalities, types, categories);
    }

    public UnderstandingConfig withPrompt(Modality modality, String instructions) {
        return new UnderstandingConfig(
                windowTokens, answerTokens, with(modalities, modality, instructions), types, categories);
    }

    public UnderstandingConfig withPrompt(MemoryType type, String description) {
        return new UnderstandingConfig(
                windowTokens, answerTokens, modalities, with(types, type, description), categories);
    }

    public UnderstandingConfig withCategoryPrompt(String category, String instructions) {
        return new UnderstandingConfig(
                windowTokens,
                answerTokens,
                modalities,
                types,
                with(categories, Category.nameKey(category), instructions));
    }

    private static <K> Map<K, String> with(Map<K, String> map, K key, String value) {
        Map<K, String> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
