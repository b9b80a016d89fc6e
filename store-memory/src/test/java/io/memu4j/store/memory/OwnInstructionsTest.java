package io.memu4j.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.MemoryType;
import io.memu4j.tck.ScriptedChatModel;
import io.memu4j.tck.ScriptedModels;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application's own instructions find what they are for. */
class OwnInstructionsTest {
    private final ScriptedChatModel chat = new ScriptedChatModel()
            .otherwise(request -> request.schema().name().equals("summaries")
                    ? "{\"summaries\": [{\"category\": \"preferences\", \"summary\": \"- Ana likes tea.\"}]}"
                    : "{\"items\": [{\"type\": \"profile\", \"content\": \"Ana likes tea.\","
                            + " \"categories\": [\"preferences\"], \"passages\": [1]}]}");

    @ParameterizedTest
    @ValueSource(strings = {"preferences", "Preferences", "PREFERENCES"})
    void a_category_is_meant_whatever_the_case_of_its_name(String name) {
        try (MemoryServiceFactory memu = memory(MemorizeConfig.DEFAULT
                .withCategoryPrompt("preferences", "Replaced.")
                .withCategoryPrompt(name, "Only drinks, please."))) {
            memu.service("ana", "assistant").memorize(MemorizeRequest.text("notes", "I like tea."));
        }

        assertThat(chat.requests()).hasSize(2);
        assertThat(chat.requests().get(0).system())
                .contains("Only drinks, please.")
                .doesNotContain("Replaced.");
        assertThat(chat.requests().get(1).user())
                .contains("Only drinks, please.")
                .doesNotContain("Replaced.");
    }

    @Test
    void a_type_that_is_not_configured_is_refused_when_the_factory_is_built() {
        MemoryType mood = new MemoryType("mood");
        MemorizeConfig config = MemorizeConfig.DEFAULT.withPrompt(mood, "how somebody feels");

        assertThatThrownBy(() -> memory(config))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("mood")
                .hasMessageContaining("withTypes");
        memory(config.withTypes(List.of(MemoryType.PROFILE, mood))).close();
    }

    private MemoryServiceFactory memory(MemorizeConfig config) {
        return MemoryServiceFactory.builder()
                .llm(ScriptedModels.of(chat))
                .memorize(config)
                .build();
    }
}
