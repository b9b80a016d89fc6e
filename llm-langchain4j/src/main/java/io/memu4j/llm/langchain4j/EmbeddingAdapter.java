package io.memu4j.llm.langchain4j;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.memu4j.error.ModelAnswerException;
import io.memu4j.model.EmbeddingSpace;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An embedding model of LangChain4j seen as one of ours. */
final class EmbeddingAdapter implements io.memu4j.spi.llm.EmbeddingModel {
    private final EmbeddingModel model;
    private final String name;
    private final String queryPrefix;
    private volatile @Nullable EmbeddingSpace space;

    EmbeddingAdapter(EmbeddingModel model, String name, String queryPrefix) {
        this.model = model;
        this.name = name;
        this.queryPrefix = queryPrefix;
    }

    @Override
    public EmbeddingSpace space() {
        EmbeddingSpace known = space;
        if (known == null) {
            known = new EmbeddingSpace(name, translated(model::dimension));
            space = known;
        }
        return known;
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<TextSegment> segments =
                texts.stream().map(EmbeddingAdapter::segment).toList();
        List<Embedding> answer = translated(() -> model.embedAll(segments).content());
        if (answer == null || answer.size() != texts.size()) {
            throw new ModelAnswerException("The embedding model '" + name + "' returned "
                    + (answer == null ? 0 : answer.size()) + " vectors for " + texts.size()
                    + " texts. Expected one per text.");
        }
        return answer.stream().map(this::unitVector).toList();
    }

    @Override
    public float[] embedQuery(String query) {
        return embedAll(List.of(queryPrefix + query)).get(0);
    }

    /** LangChain4j refuses blank text; its vector has to be something, and a full stop says as little. */
    private static TextSegment segment(String text) {
        return TextSegment.from(text.isBlank() ? "." : text);
    }

    private float[] unitVector(Embedding embedding) {
        float[] vector = embedding.vector();
        int dimension = space().dimension();
        if (vector.length != dimension) {
            throw new ModelAnswerException("The embedding model '" + name + "' returned a vector of " + vector.length
                    + " numbers. Expected " + dimension + ".");
        }
        double squares = 0;
        for (float v : vector) {
            squares += (double) v * v;
        }
        double length = Math.sqrt(squares);
        if (!(length > 0) || Double.isInfinite(length)) {
            throw new ModelAnswerException("The embedding model '" + name
                    + "' returned a vector that has no direction. Expected finite numbers that are not all 0.");
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    private <T> T translated(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            // Providers throw what they like; this is the one place where it becomes our error.
            throw ModelFailures.translated("The embedding model '" + name + "'", e);
        }
    }
}
