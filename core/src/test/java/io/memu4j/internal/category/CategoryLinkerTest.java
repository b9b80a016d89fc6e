package io.memu4j.internal.category;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.config.CategoryDefinition;
import io.memu4j.internal.llm.ModelCalls;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryType;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryLinkerTest {
    private static final List<CategoryDefinition> TOPICS = List.of(
            new CategoryDefinition("Cooking", "Recipes and meals"),
            new CategoryDefinition("Cars", "Vehicles and repairs"),
            new CategoryDefinition("Garden", "Plants and soil"));

    private final RecordingModel model = new RecordingModel();
    private final ModelCalls models = ModelCalls.of(Models.of(model));

    @Test
    void suggested_names_win_whatever_their_case_and_unknown_ones_are_dropped() {
        assertThat(links(0.5, vector(0, 1, 0), "cOOking", "space travel", " cooking "))
                .containsExactly("Cooking");
    }

    @Test
    void without_a_usable_suggestion_the_nearest_category_is_taken() {
        assertThat(links(0.5, vector(0.1f, 0.9f, 0.1f), "space travel")).containsExactly("Cars");
    }

    @Test
    void a_second_category_is_taken_only_when_it_comes_close() {
        assertThat(links(0.5, vector(0.7f, 0.7f, 0))).containsExactly("Cooking", "Cars");
        assertThat(links(0.5, vector(0.9f, 0.6f, 0))).containsExactly("Cooking");
    }

    @Test
    void nothing_is_linked_below_the_threshold() {
        assertThat(links(0.5, vector(0.3f, 0.3f, 0.3f))).isEmpty();
    }

    @Test
    void words_of_the_category_add_to_the_cosine() {
        CategoryLinker linker = new CategoryLinker(TOPICS, 0.5);
        TopicCandidate candidate = new TopicCandidate(
                MemoryType.KNOWLEDGE, "Roses are plants that like soil.", vector(0.45f, 0, 0.42f), List.of());
        assertThat(linker.link(List.of(candidate), models)).containsExactly(List.of("Garden"));
    }

    @Test
    void categories_are_embedded_once_and_not_before_they_are_needed() {
        CategoryLinker linker = new CategoryLinker(TOPICS, 0.5);
        assertThat(model.calls).isZero();
        linker.link(List.of(candidate(vector(1, 0, 0)), candidate(vector(0, 1, 0))), models);
        linker.link(List.of(candidate(vector(0, 0, 1))), models);
        assertThat(model.calls).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            profile   | Ana loves spicy food.                    | preferences
            profile   | Ana works as a nurse.                    | work_life
            event     | Ana visited Rome last week.              | experiences
            behavior  | Ana swims in the lake at dawn.           | habits
            knowledge | Sourdough rests for twelve hours.        | knowledge
            profile   | Ana said: "Blorf zib."                   | personal_info
            profile   | The user said: "我对花生过敏。"            | personal_info
            """)
    void without_a_model_the_words_and_then_the_type_decide(String type, String text, String category) {
        CategoryLinker linker = new CategoryLinker(CategoryDefinition.DEFAULTS, 0.5);
        List<String> names = linker.link(
                        List.of(new TopicCandidate(new MemoryType(type), text, null, List.of())), models)
                .get(0);
        assertThat(names).hasSizeBetween(1, 2).first().isEqualTo(category);
    }

    @Test
    void without_a_model_and_without_a_word_in_common_other_categories_stay_empty() {
        CategoryLinker linker = new CategoryLinker(TOPICS, 0.5);
        assertThat(linker.link(List.of(new TopicCandidate(MemoryType.EVENT, "Ana sang.", null, List.of())), models))
                .containsExactly(List.of());
    }

    private List<String> links(double threshold, float[] vector, String... suggested) {
        CategoryLinker linker = new CategoryLinker(TOPICS, threshold);
        return linker.link(
                        List.of(new TopicCandidate(MemoryType.EVENT, "Ana sang.", vector, List.of(suggested))), models)
                .get(0);
    }

    private static TopicCandidate candidate(float[] vector) {
        return new TopicCandidate(MemoryType.EVENT, "Ana sang.", vector, List.of());
    }

    private static float[] vector(float... values) {
        return values;
    }

    /** One axis per category, in the order asked. */
    private static final class RecordingModel implements TextEmbedder {
        private int calls;

        @Override
        public EmbeddingSpace space() {
            return new EmbeddingSpace("axes", 3);
        }

        @Override
        public List<float[]> embedAll(List<String> texts) {
            calls++;
            return List.of(vector(1, 0, 0), vector(0, 1, 0), vector(0, 0, 1));
        }

        @Override
        public float[] embedQuery(String query) {
            return vector(1, 0, 0);
        }
    }
}
