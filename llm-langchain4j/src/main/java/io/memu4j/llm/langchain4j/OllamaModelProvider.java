package io.memu4j.llm.langchain4j;

import io.memu4j.config.LlmConfig;
import io.memu4j.spi.llm.ModelProvider;
import io.memu4j.spi.llm.Models;

/** Creates the models of {@link LlmConfig#ollama()}. */
public final class OllamaModelProvider implements ModelProvider {
    /** Creates the provider, for {@link java.util.ServiceLoader}. Does no I/O. */
    public OllamaModelProvider() {}

    @Override
    public boolean supports(LlmConfig llm) {
        return LlmConfig.OLLAMA.equals(llm.provider());
    }

    /**
     * Creates the models. Makes no call.
     *
     * @throws io.memu4j.error.ConfigurationException naming all faults: a wrong address, a kind of model that Ollama does not have, a
     *     missing library
     */
    @Override
    public Models create(LlmConfig llm) {
        Libraries.require("dev.langchain4j.model.ollama.OllamaChatModel", "langchain4j-ollama");
        return OllamaModels.create(llm);
    }
}
