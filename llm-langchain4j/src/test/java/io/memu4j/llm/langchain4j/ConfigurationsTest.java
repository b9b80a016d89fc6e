package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.LlmConfig;
import io.memu4j.config.ModelLimits;
import io.memu4j.config.StepModels;
import io.memu4j.error.ConfigurationException;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.Models;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationsTest {
    private static final OpenAiModelProvider WITH_KEY =
            new OpenAiModelProvider(Map.of(OpenAiModels.KEY_VARIABLE, "sk-from-environment")::get);
    private static final OpenAiModelProvider WITHOUT_KEY = new OpenAiModelProvider(name -> null);

    @Test
    void openai_needs_a_key_and_nothing_else() {
        assertThatThrownBy(() -> WITHOUT_KEY.create(LlmConfig.openai()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set the environment variable OPENAI_API_KEY or LlmConfig.withApiKey(..)");
        try (Models models = WITH_KEY.create(LlmConfig.openai())) {
            assertThat(models.chat(ModelStep.EXTRACT).orElseThrow().name()).isEqualTo("gpt-4o-mini");
            assertThat(models.vision().orElseThrow().name()).isEqualTo("gpt-4o-mini");
            assertThat(models.transcription().orElseThrow().name()).isEqualTo("whisper-1");
            assertThat(models.embedding().orElseThrow().space().key()).contains("text-embedding-3-small", "1536");
        }
    }

    @Test
    void another_server_needs_no_key_but_names_and_all_faults_are_told_at_once() {
        LlmConfig own = LlmConfig.openai().withBaseUrl("http://localhost:8000/v1/");

        assertThatThrownBy(() -> WITHOUT_KEY.create(own))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("withChatModel(..)")
                .hasMessageContaining("withEmbeddingModel(..)");
        try (Models models = WITHOUT_KEY.create(own.withChatModel("m").withLocalEmbedding())) {
            assertThat(models.chat(ModelStep.RANK)).isPresent();
            assertThat(models.vision()).isEmpty();
            assertThat(models.transcription()).isEmpty();
            assertThat(models.embedding()).isEmpty();
        }
    }

    @Test
    void a_step_may_have_a_model_of_its_own() {
        LlmConfig llm = LlmConfig.openai()
                .withChatModel("big")
                .withStepModels(StepModels.SAME.withRank("small").withDecide("small"));

        try (Models models = WITH_KEY.create(llm)) {
            assertThat(models.chat(ModelStep.EXTRACT).orElseThrow().name()).isEqualTo("big");
            assertThat(models.chat(ModelStep.RANK).orElseThrow().name()).isEqualTo("small");
            assertThat(models.chat(ModelStep.RANK)).isEqualTo(models.chat(ModelStep.DECIDE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000", "ftp://host/v1", "http://", "not an address", "http://user:pass@host/v1"})
    void an_address_that_cannot_be_one_is_refused_without_repeating_it(String url) {
        LlmConfig llm = LlmConfig.openai().withBaseUrl(url).withChatModel("m").withEmbeddingModel("e");

        assertThatThrownBy(() -> WITHOUT_KEY.create(llm))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("base URL")
                .hasMessageNotContaining("user:pass");
        assertThatThrownBy(() ->
                        new OllamaModelProvider().create(LlmConfig.ollama().withBaseUrl(url)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("base URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-with\nnewline", "sk with blank", "sk-\u00fcmlaut"})
    void a_key_that_cannot_be_one_is_refused_without_repeating_it(String key) {
        assertThatThrownBy(() -> WITHOUT_KEY.create(LlmConfig.openai().withApiKey(key)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("OPENAI_API_KEY")
                .hasMessageNotContaining(key);
    }

    @Test
    void limits_out_of_range_are_refused_together() {
        ModelLimits none = ModelLimits.DEFAULT
                .withTimeout(Duration.ZERO)
                .withMaxRetries(-1)
                .withMaxRetryAfter(Duration.ZERO)
                .withMaxConcurrentCalls(0)
                .withContextTokens(0)
                .withMaxAnswerTokens(0)
                .withMaxEmbeddedTokens(1);

        assertThatThrownBy(() ->
                        new OllamaModelProvider().create(LlmConfig.ollama().withLimits(none)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("timeout")
                .hasMessageContaining("maxConcurrentCalls")
                .hasMessageContaining("contextTokens")
                .hasMessageContaining("maxEmbeddedTokens");
    }

    @Test
    void ollama_has_usual_models() {
        try (Models models = new OllamaModelProvider().create(LlmConfig.ollama())) {
            assertThat(models.chat(ModelStep.EXTRACT).orElseThrow().name()).isEqualTo("llama3.1");
            assertThat(models.vision()).isEmpty();
            assertThat(models.embedding()).isPresent();
        }
    }

    @Test
    void the_service_loader_finds_both() {
        assertThat(ServiceLoader.load(io.memu4j.spi.llm.ModelProvider.class))
                .anyMatch(provider -> provider.supports(LlmConfig.openai()))
                .anyMatch(provider -> provider.supports(LlmConfig.ollama()));
    }
}
