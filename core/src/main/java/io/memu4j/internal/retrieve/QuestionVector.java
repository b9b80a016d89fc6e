package io.memu4j.internal.retrieve;

import io.memu4j.spi.llm.TextEmbedder;
import java.util.List;

/**
 * The vector that a question is searched with. The name of a speaker pulls it towards whatever that one said, the topic towards whatever
 * is about it, said by anybody; the mean of both finds more than either ({@code docs/decisions/0022}).
 */
final class QuestionVector {
    private QuestionVector() {}

    /**
     * The mean of the vectors of both wordings, {@code float[dimension]} of length 1; one call of the model. That of the question where both are
     * the same.
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
