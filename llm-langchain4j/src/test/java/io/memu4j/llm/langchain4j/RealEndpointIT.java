package io.memu4j.llm.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.config.LlmConfig;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.AnswerSchema;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.Models;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * A real server of OpenAI's protocol, where the environment names one: MEMU_TEST_OPENAI_BASE_URL, MEMU_TEST_CHAT_MODEL,
 * MEMU_TEST_EMBEDDING_MODEL, and OPENAI_API_KEY if it wants a key. Costs two short calls.
 */
@EnabledIfEnvironmentVariable(named = "MEMU_TEST_OPENAI_BASE_URL", matches = "https?://.+")
class RealEndpointIT {
    private static final AnswerSchema CITY = new AnswerSchema(
            "city",
            "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},\"required\":[\"city\"],"
                    + "\"additionalProperties\":false}");

    @Test
    void answers_in_the_form_asked_for_and_embeds_like_texts_alike() throws JsonProcessingException {
        LlmConfig llm = LlmConfig.openai()
                .withBaseUrl(System.getenv("MEMU_TEST_OPENAI_BASE_URL"))
                .withChatModel(System.getenv("MEMU_TEST_CHAT_MODEL"))
                .withEmbeddingModel(System.getenv("MEMU_TEST_EMBEDDING_MODEL"));
        try (Models models = new OpenAiModelProvider().create(llm)) {
            String text = models.chat(ModelStep.EXTRACT)
                    .orElseThrow()
                    .chat(ChatRequest.of(
                                    "Answer with one JSON object and nothing else: {\"city\": NAME}",
                                    "Ana lives in Porto. Where does she live?",
                                    200)
                            .withSchema(CITY))
                    .text();
            List<float[]> vectors = models.embedding()
                    .orElseThrow()
                    .embedAll(List.of("Ana lives in Porto.", "Ana's home is in Porto.", "The stock market fell."));

            assertThat(new ObjectMapper()
                            .readTree(text.substring(text.indexOf('{'), text.lastIndexOf('}') + 1))
                            .path("city")
                            .asText())
                    .isEqualTo("Porto");
            assertThat(dot(vectors.get(0), vectors.get(1))).isGreaterThan(dot(vectors.get(0), vectors.get(2)));
        }
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
