package io.memu4j.tck;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.List;
import java.util.Locale;

/**
 * An embedding model for tests: a text's vector counts its words, each at a place its hash tells. Texts that share words are alike; nothing
 * else is. Deterministic, in process, no file. Thread-safe.
 */
public final class HashedWordsModel implements TextEmbedder {
    private final EmbeddingSpace space;

    /**
     * Makes a model.
     *
     * @param dimension floats per vector, from 1; with few, words share places
     */
    public HashedWordsModel(int dimension) {
        this.space = new EmbeddingSpace("hashed-words", dimension);
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return texts.stream().map(this::vector).toList();
    }

    @Override
    public float[] embedQuery(String query) {
        return vector(query);
    }

    private float[] vector(String text) {
        float[] counts = new float[space.dimension()];
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", 0)) {
            counts[Math.floorMod(word.hashCode() * 0x9E3779B9, counts.length)]++;
        }
        double sum = 0;
        for (float count : counts) {
            sum += count * count;
        }
        float length = (float) Math.sqrt(sum);
        for (int i = 0; i < counts.length; i++) {
            counts[i] /= length;
        }
        return counts;
    }
}
