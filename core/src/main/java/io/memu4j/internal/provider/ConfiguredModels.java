package io.memu4j.internal.provider;

import io.memu4j.config.LlmConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ModelProvider;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.llm.Transcriber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the models a configuration names. */
public final class ConfiguredModels {
    private static final Logger log = LoggerFactory.getLogger(ConfiguredModels.class);

    private ConfiguredModels() {}

    public static Models open(@Nullable LlmConfig chosen) {
        LlmConfig llm = chosen == null ? LlmConfig.local() : chosen;
        if (llm.equals(LlmConfig.none())) {
            return Models.none();
        }
        Optional<Models> models = create(llm);
        if (models.isPresent()) {
            return llm.localEmbedding() && !isLocal(llm) ? withLocalEmbedding(models.get()) : models.get();
        }
        if (!isLocal(llm)) {
            throw new ConfigurationException("No provider of models called '" + llm.provider()
                    + "' is on the class path. Add io.memu4j:memu4j-llm-langchain4j, or use LlmConfig.local().");
        }
        log.info("memu4j-llm-local is not on the class path: memory is searched by words alone, not by meaning.");
        return Models.none();
    }

    private static boolean isLocal(LlmConfig llm) {
        return llm.provider().equals(LlmConfig.LOCAL);
    }

    private static Optional<Models> create(LlmConfig llm) {
        return Providers.find(ModelProvider.class, candidate -> candidate.supports(llm))
                .map(provider -> provider.create(llm));
    }

    private static Models withLocalEmbedding(Models remote) {
        Models local = create(LlmConfig.local()).orElseThrow(() -> {
            remote.close();
            return new ConfigurationException("The local embedding model is not on the class path. Add"
                    + " io.memu4j:memu4j-llm-local, or name an embedding model of the provider:"
                    + " LlmConfig.withEmbeddingModel(..).");
        });
        return new Mixed(remote, local);
    }

    /** Chat models of one provider, vectors of another. */
    private record Mixed(Models remote, Models local) implements Models {
        @Override
        public Optional<TextEmbedder> embedding() {
            return local.embedding();
        }

        @Override
        public Optional<ChatGenerator> chat(ModelStep step) {
            return remote.chat(step);
        }

        @Override
        public Optional<ChatGenerator> vision() {
            return remote.vision();
        }

        @Override
        public Optional<Transcriber> transcription() {
            return remote.transcription();
        }

        @Override
        public void close() {
            try {
                remote.close();
            } finally {
                local.close();
            }
        }
    }
}
