package io.memu4j.llm.local;

import io.memu4j.config.LlmConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.spi.llm.ModelProvider;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import java.util.Optional;

/** Creates the models of {@link LlmConfig#local()}: an embedding model in this process, loaded when it is first used. */
public final class LocalModelProvider implements ModelProvider {
    /** The only model: bge-small-en-v1.5, quantised; English, 384 dimensions. */
    public static final String BGE_SMALL = "bge-small-en-v1.5-q";

    /** Creates the provider, for {@link java.util.ServiceLoader}. Does no I/O. */
    public LocalModelProvider() {}

    @Override
    public boolean supports(LlmConfig llm) {
        return LlmConfig.LOCAL.equals(llm.provider());
    }

    @Override
    public Models create(LlmConfig llm) {
        String name = llm.embeddingModel();
        if (name != null && !name.equals(BGE_SMALL)) {
            throw new ConfigurationException("The local embedding model '" + name
                    + "' is unknown. Leave the name out or use " + BGE_SMALL + ".");
        }
        return new LocalModels(new LocalEmbeddingModel());
    }

    private record LocalModels(LocalEmbeddingModel local) implements Models {
        @Override
        public Optional<TextEmbedder> embedding() {
            return Optional.of(local);
        }

        @Override
        public void close() {
            local.close();
        }
    }
}
