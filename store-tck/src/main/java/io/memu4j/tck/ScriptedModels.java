package io.memu4j.tck;

import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.llm.Transcriber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Models for tests: one chat model for every step, and optional others.
 *
 * @param talking the chat model, or null
 * @param seeing the model that reads pictures, or null
 * @param hearing the model that transcribes recordings, or null
 * @param embedder the embedding model, or null
 */
public record ScriptedModels(
        @Nullable ChatGenerator talking,
        @Nullable ChatGenerator seeing,
        @Nullable Transcriber hearing,
        @Nullable TextEmbedder embedder)
        implements Models {
    /**
     * Combines a chat model with vectors of hashed words, of 64 dimensions.
     *
     * @param chat the chat model
     * @return the models
     */
    public static ScriptedModels of(ChatGenerator chat) {
        return new ScriptedModels(chat, null, null, new HashedWordsModel(64));
    }

    @Override
    public Optional<TextEmbedder> embedding() {
        return Optional.ofNullable(embedder);
    }

    @Override
    public Optional<ChatGenerator> chat(ModelStep step) {
        return Optional.ofNullable(talking);
    }

    @Override
    public Optional<ChatGenerator> vision() {
        return Optional.ofNullable(seeing);
    }

    @Override
    public Optional<Transcriber> transcription() {
        return Optional.ofNullable(hearing);
    }

    @Override
    public void close() {}
}
