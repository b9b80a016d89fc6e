package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.RateLimitException;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.ModelAnswerException;
import io.memu4j.error.ModelException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.llm.TextEmbedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LangChain4jModelsTest {
    private final LetterCountModel counting = new LetterCountModel();
    private final TextEmbedder model = adapted("letters", "");

    @Test
    void vectors_have_length_one_and_keep_the_order_of_the_texts() {
        List<float[]> vectors = model.embedAll(List.of("aaab", "bbb", "aa"));

        assertThat(vectors.get(0)[0]).isCloseTo(0.9487f, within(1e-4f));
        assertThat(vectors.get(0)[1]).isCloseTo(0.3162f, within(1e-4f));
        assertThat(vectors.get(1)).containsExactly(0f, 1f, 0f);
        assertThat(vectors.get(2)).containsExactly(1f, 0f, 0f);
    }

    @Test
    void no_text_is_no_call() {
        assertThat(model.embedAll(List.of())).isEmpty();
        assertThat(counting.received).isEmpty();
    }

    @Test
    void the_prefix_goes_before_questions_alone() {
        TextEmbedder prefixed = adapted("letters", "query: ");

        prefixed.embedQuery("a?");
        prefixed.embedAll(List.of("a"));
        int requests = prefixed.embedQuestions(List.of("b?", "c?")).requests();

        assertThat(counting.received).containsExactly("query: a?", "a", "query: b?", "query: c?");
        assertThat(requests).as("wordings of one question go in one request").isEqualTo(1);
    }

    @Test
    void blank_text_has_a_vector_too() {
        assertThat(model.embedAll(List.of(" \n"))).hasSize(1);
    }

    @Test
    void the_space_is_the_name_and_the_dimension_of_the_model() {
        assertThat(model.space()).isEqualTo(new EmbeddingSpace("letters", 3));
    }

    @Test
    void a_first_question_is_one_call_and_the_dimension_is_that_of_its_vector() {
        assertThat(model.knownSpace()).isEmpty();

        model.embedQuery("a?");

        assertThat(model.space()).isEqualTo(new EmbeddingSpace("letters", 3));
        assertThat(counting.received).containsExactly("a?");
        assertThat(counting.dimensionsAsked).isZero();
    }

    @Test
    void vectors_of_one_answer_have_one_length() {
        counting.fault = "uneven";

        assertThatThrownBy(() -> model.embedAll(List.of("a", "bb")))
                .isInstanceOf(ModelAnswerException.class)
                .hasMessageContaining("Expected 1");
    }

    @Test
    void a_model_without_a_name_must_be_given_one() {
        assertThatThrownBy(() -> LangChain4jModels.of(counting))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("LangChain4jModels.of(model, name, queryPrefix)");
        counting.modelName = "self-named";
        assertThat(LangChain4jModels.of(counting).embedding().orElseThrow().space())
                .isEqualTo(new EmbeddingSpace("self-named", 3));
    }

    @Test
    void failures_that_pass_are_retriable() {
        assertThat(failureOn(new RateLimitException("slow down")).isRetriable()).isTrue();
        assertThat(failureOn(new InternalServerException("oops")).isRetriable()).isTrue();
        assertThat(failureOn(new UncheckedIOException(new IOException("reset"))).isRetriable())
                .isTrue();
    }

    @Test
    void failures_that_stay_are_permanent_and_quote_nothing() {
        counting.failure = new AuthenticationException("bad key sk-secret");
        assertThatThrownBy(() -> model.embedAll(List.of("a")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("letters")
                .hasMessageNotContaining("sk-secret");
        assertThat(failureOn(new IllegalStateException("bug")).isRetriable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fewer", "zero", "nan", "longer"})
    void an_unusable_answer_is_refused(String fault) {
        model.embedAll(List.of("ab"));
        counting.fault = fault;

        assertThatThrownBy(() -> model.embedAll(List.of("a", "b")))
                .isInstanceOf(ModelAnswerException.class)
                .hasMessageContaining("Expected");
    }

    private TextEmbedder adapted(String name, String queryPrefix) {
        return LangChain4jModels.of(counting, name, queryPrefix).embedding().orElseThrow();
    }

    private ModelException failureOn(RuntimeException failure) {
        counting.failure = failure;
        ModelException thrown =
                catchThrowableOfType(ModelException.class, () -> model.embedAll(List.of("what was sent")));
        assertThat(thrown).hasCause(failure).hasMessageNotContaining("what was sent");
        return thrown;
    }
}
