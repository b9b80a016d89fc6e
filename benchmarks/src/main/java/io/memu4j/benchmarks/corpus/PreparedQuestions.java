package io.memu4j.benchmarks.corpus;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.Usage;
import io.memu4j.spi.llm.Embedded;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Questions whose vectors are made beforehand: an embedding model that costs nothing when asked for one of them. */
public final class PreparedQuestions implements TextEmbedder {
    private final Map<String, float[]> vectors = new HashMap<>();
    private final List<String> questions = new ArrayList<>();

    /** Makes so many questions about the corpus. */
    public PreparedQuestions(Corpus corpus, int count) {
        for (int i = 0; i < count; i++) {
            String question = corpus.question();
            questions.add(question);
            vectors.put(question, corpus.questionVector());
        }
    }

    /** The i-th question, beginning again after the last. */
    public String get(int i) {
        return questions.get(i % questions.size());
    }

    @Override
    public EmbeddingSpace space() {
        return Corpus.SPACE;
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        return texts.stream().map(this::embedQuery).toList();
    }

    /** The vector of the first, which is prepared; its other wordings are as near. */
    @Override
    public Embedded embedQuestions(List<String> wordings) {
        float[] vector = embedQuery(wordings.get(0));
        return new Embedded(wordings.stream().map(wording -> vector).toList(), Usage.UNKNOWN, 1, 0);
    }

    @Override
    public float[] embedQuery(String query) {
        float[] vector = vectors.get(query);
        if (vector == null) {
            throw new IllegalArgumentException("Only prepared questions have a vector.");
        }
        return vector;
    }
}
