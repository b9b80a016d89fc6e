package io.memu4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.config.UnderstandingConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.model.MemoryType;
import io.memu4j.spi.llm.Models;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFaultsTest {
    @Test
    void build_names_all_faults_at_once() {
        MemoryServiceFactory.Builder builder = MemoryServiceFactory.builder()
                .llm(LlmConfig.none())
                .llm(Models.none())
                .memorize(MemorizeConfig.DEFAULT
                        .withTypes(List.of())
                        .withMaxSourceBytes(0)
                        .withCategoryThreshold(Double.NaN)
                        .withSummaryTargetWords(9)
                        .withUnderstanding(UnderstandingConfig.DEFAULT
                                .withPrompt(new MemoryType("mood"), "how somebody feels")
                                .withWindowTokens(199)
                                .withAnswerTokens(198)))
                .retrieve(RetrieveConfig.DEFAULT.withTopK(0).withCacheBytes(-1));

        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "llm(..)",
                        "no memory types",
                        "up to 0 bytes",
                        "cosine of NaN",
                        "9 words",
                        "mood",
                        "199 tokens",
                        "198 tokens",
                        "0 rows",
                        "-1 bytes");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
    void a_threshold_that_is_no_cosine_is_a_fault(double threshold) {
        assertThat(MemorizeConfig.DEFAULT.withCategoryThreshold(threshold).faults())
                .hasSize(1);
    }

    @Test
    void the_defaults_have_no_faults() {
        assertThat(MemorizeConfig.DEFAULT.faults()).isEmpty();
        assertThat(RetrieveConfig.DEFAULT.faults()).isEmpty();
    }

    @Test
    void a_changed_copy_leaves_the_original_and_equals_another_one_of_the_same_values() {
        LlmConfig openai = LlmConfig.openai();
        LlmConfig named = openai.withChatModel("a").withApiKey("k");

        assertThat(openai.chatModel()).isNull();
        assertThat(named)
                .isEqualTo(LlmConfig.openai().withApiKey("k").withChatModel("a"))
                .hasSameHashCodeAs(LlmConfig.openai().withApiKey("k").withChatModel("a"))
                .isNotEqualTo(openai);
    }

    @Test
    void no_secret_is_printed() {
        assertThat(LlmConfig.openai().withApiKey("sk-secret").toString()).doesNotContain("secret");
        assertThat(DatabaseConfig.postgresql("jdbc:postgresql://h/d?password=secret", "ana", "secret")
                        .toString())
                .doesNotContain("secret")
                .doesNotContain("ana");
    }
}
