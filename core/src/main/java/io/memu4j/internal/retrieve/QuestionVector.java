package io.memu4j.internal.retrieve;

import io.memu4j.spi.llm.TextEmbedder;
import java.util.List;

/**
 * The vector that a question is searched with: the mean of the vectors of the question with and without the names of speakers. The name
 * pulls a vector towards everything that this speaker said; the mean finds more than either wording ({@code docs/decisions/0022}).
 */
final class QuestionVector {
    private QuestionVector() {}

    /**
     * Returns the mean of the vectors of both wordings, {@code float[dimension]} of length 1. Calls the model once.
     *
     * @param topic the question without the names of speakers
     */
    static float[] of(String question, String topic, TextEmbedder model) {
        if (topic.equals(question)) {
            return model.embedQuery(question);
        }
        List<float[]> vectors = model.embedQuestions(List.of(question, topic)).vectors();
        return mean(vectors.get(0), vectors.get(1));
    }

    private static float[] mean(float[] named, float[] unnamed) {
        float[] sum = new float[named.length];
        double squares = 0;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = named[i] + unnamed[i];
            squares += (double) sum[i] * sum[i];
        }
        if (squares == 0) {
            return named; // opposite vectors have no mean direction
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= length;
        }
        return sum;
    }
}
