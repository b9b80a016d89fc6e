package io.memu4j.llm.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.ModelException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.llm.ModelProvider;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalModelProviderTest {
    private static final Models MODELS = new LocalModelProvider().create(LlmConfig.local());
    private static final TextEmbedder MODEL = MODELS.embedding().orElseThrow();

    @AfterAll
    static void close() {
        MODELS.close();
    }

    @Test
    void the_service_loader_finds_it_for_local_alone() {
        List<ModelProvider> providers = ServiceLoader.load(ModelProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();

        assertThat(providers.stream().filter(provider -> provider.supports(LlmConfig.local())))
                .singleElement()
                .isInstanceOf(LocalModelProvider.class);
        assertThat(providers).noneMatch(provider -> provider.supports(LlmConfig.none()));
    }

    @Test
    void an_unknown_model_is_refused_with_the_name_of_the_known_one() {
        assertThatThrownBy(
                        () -> new LocalModelProvider().create(LlmConfig.local().withEmbeddingModel("other")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("bge-small-en-v1.5-q");
    }

    @Test
    void the_space_is_known_without_loading() {
        try (Models unused = new LocalModelProvider().create(LlmConfig.local())) {
            assertThat(unused.embedding().orElseThrow().space())
                    .isEqualTo(new EmbeddingSpace("bge-small-en-v1.5-q", 384));
        }
    }

    @Test
    void short_texts_get_the_vectors_of_langchain4j() {
        var reference = new BgeSmallEnV15QuantizedEmbeddingModel();
        for (String text : List.of("I moved to Porto in May.", "naïve café, 字 and 🙂!", "42")) {
            float[] expected = reference.embed(text).content().vector();

            assertThat(cosine(MODEL.embedAll(List.of(text)).get(0), expected)).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void vectors_have_length_one_and_keep_the_order_of_the_texts() {
        List<String> texts =
                IntStream.range(0, 40).mapToObj(i -> "Fact number " + i).toList();

        List<float[]> together = MODEL.embedAll(texts);

        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i)).hasSize(384);
            assertThat(cosine(together.get(i), together.get(i))).isCloseTo(1, within(1e-5));
            assertThat(together.get(i))
                    .containsExactly(MODEL.embedAll(List.of(texts.get(i))).get(0));
        }
    }

    @Test
    void a_question_is_closest_to_the_text_that_answers_it() {
        float[] question = MODEL.embedQuery("Where does she live now?");
        List<float[]> texts = MODEL.embedAll(
                List.of("The recipe needs two eggs.", "Ana moved to Porto and rents a flat.", "It rained on Tuesday."));

        assertThat(cosine(question, texts.get(1)))
                .isGreaterThan(cosine(question, texts.get(0)))
                .isGreaterThan(cosine(question, texts.get(2)));
    }

    @Test
    void the_end_of_a_long_text_counts() {
        String filler = "We talked about gardens and the weather for a while. ".repeat(120);
        float[] question = MODEL.embedQuery("What opens the safe?");
        List<float[]> texts = MODEL.embedAll(List.of(filler, filler + "The password of the safe is 4711. ".repeat(30)));

        assertThat(cosine(question, texts.get(1))).isGreaterThan(cosine(question, texts.get(0)) + 0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "\u0301", "\u0000"})
    void text_without_any_word_has_a_vector_too(String text) {
        float[] vector = MODEL.embedAll(List.of(text)).get(0);

        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void wordings_of_a_question_are_embedded_as_questions() {
        List<float[]> both = MODEL.embedQuestions(List.of("Where does she live?", "Where to?"))
                .vectors();

        assertThat(both.get(0)).containsExactly(MODEL.embedQuery("Where does she live?"));
        assertThat(both.get(1)).containsExactly(MODEL.embedQuery("Where to?"));
    }

    @Test
    void many_threads_embed_at_once() throws Exception {
        float[] expected = MODEL.embedQuery("the same question");
        Callable<float[]> embed = () -> MODEL.embedQuery("the same question");
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var answer : threads.invokeAll(List.of(embed, embed, embed, embed, embed, embed, embed, embed))) {
                assertThat(answer.get()).containsExactly(expected);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void closing_one_leaves_the_others_and_closed_models_say_so() {
        Models other = new LocalModelProvider().create(LlmConfig.local());
        other.embedding().orElseThrow().embedQuery("load");
        other.close();
        other.close();

        assertThatThrownBy(() -> other.embedding().orElseThrow().embedQuery("too late"))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("closed");
        assertThat(MODEL.embedQuery("still here")).hasSize(384);
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
