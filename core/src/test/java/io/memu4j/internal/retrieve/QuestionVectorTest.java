package io.memu4j.internal.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.Usage;
import io.memu4j.spi.llm.Embedded;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionVectorTest {
    private final Compass compass = new Compass();

    @Test
    void lies_between_the_question_and_its_topic_and_takes_one_request() {
        float[] vector = QuestionVector.of("north", "east", compass);

        assertThat(vector[0]).isCloseTo((float) Math.sqrt(0.5), within(1e-6f));
        assertThat(vector[1]).isCloseTo((float) Math.sqrt(0.5), within(1e-6f));
        assertThat(compass.requests).containsExactly(List.of("north", "east"));
    }

    @Test
    void is_that_of_the_question_where_no_speaker_is_named() {
        assertThat(QuestionVector.of("north", "north", compass)).containsExactly(1, 0);
        assertThat(compass.requests).containsExactly(List.of("north"));
    }

    @Test
    void is_that_of_the_question_where_the_two_cancel_out() {
        assertThat(QuestionVector.of("north", "south", compass)).containsExactly(1, 0);
    }

    private static final class Compass implements TextEmbedder {
        private final List<List<String>> requests = new ArrayList<>();

        @Override
        public EmbeddingSpace space() {
            return new EmbeddingSpace("compass", 2);
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            throw new AssertionError("A question is not embedded as a text.");
        }

        @Override
        public float[] embedQuery(String query) {
            requests.add(List.of(query));
            return direction(query);
        }

        @Override
        public Embedded embedQuestions(List<String> wordings) {
            requests.add(wordings);
            return new Embedded(wordings.stream().map(Compass::direction).toList(), Usage.UNKNOWN, 1, 0);
        }

        private static float[] direction(String name) {
            return switch (name) {
                case "north" -> new float[] {1, 0};
                case "east" -> new float[] {0, 1};
                default -> new float[] {-1, 0};
            };
        }
    }
}
