package io.memu4j.tck;

import io.memu4j.spi.llm.ChatModel;
import io.memu4j.spi.llm.EmbeddingModel;
import io.memu4j.spi.llm.ModelStep;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TranscriptionModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Models for tests: one chat model for every step, and what else is given.
 *
 * @param talking for the steps asked in words, or null
 * @param seeing for pictures, or null
 * @param hearing for recordings, or null
 * @param embedder for vectors, or null
 */
public record ScriptedModels(
        @Nullable ChatModel talking,
        @Nullable ChatModel seeing,
        @Nullable TranscriptionModel hearing,
        @Nullable EmbeddingModel embedder)
        implements Models {
    /** That chat model, and vectors of hashed words. */
    public static ScriptedModels of(ChatModel chat) {
        return new ScriptedModels(chat, null, null, new HashedWordsModel(64));
    }

    @Override
    public Optional<EmbeddingModel> embedding() {
        return Optional.ofNullable(embedder);
    }

    @Override
    public Optional<ChatModel> chat(ModelStep step) {
        return Optional.ofNullable(talking);
    }

    @Override
    public Optional<ChatModel> vision() {
        return Optional.ofNullable(seeing);
    }

    @Override
    public Optional<TranscriptionModel> transcription() {
        return Optional.ofNullable(hearing);
    }

    @Override
    public void close() {}
}
