package io.memu4j.llm.langchain4j;

import io.memu4j.config.LlmConfig;
import io.memu4j.spi.llm.ModelProvider;
import io.memu4j.spi.llm.Models;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Creates the models of {@link LlmConfig#openai()}, for OpenAI and every server with its protocol. */
public final class OpenAiModelProvider implements ModelProvider {
    private final UnaryOperator<@Nullable String> environment;

    /** Creates the provider. It reads the key from the environment of this process. */
    public OpenAiModelProvider() {
        this(System::getenv);
    }

    OpenAiModelProvider(UnaryOperator<@Nullable String> environment) {
        this.environment = environment;
    }

    @Override
    public boolean supports(LlmConfig llm) {
        return LlmConfig.OPENAI.equals(llm.provider());
    }

    /**
     * Creates the models. Makes no call.
     *
     * @throws io.memu4j.error.ConfigurationException naming all faults: no key, no model, a wrong address, a missing library
     */
    @Override
    public Models create(LlmConfig llm) {
        Libraries.require("dev.langchain4j.model.openai.OpenAiChatModel", "langchain4j-open-ai");
        return OpenAiModels.create(llm, environment);
    }
}
