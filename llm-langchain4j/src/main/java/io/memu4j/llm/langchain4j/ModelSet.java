package io.memu4j.llm.langchain4j;

import io.memu4j.spi.llm.ChatModel;
import io.memu4j.spi.llm.EmbeddingModel;
import io.memu4j.spi.llm.ModelStep;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TranscriptionModel;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Models put together.
 *
 * @param chatModels by step; steps that are not in it go by rules
 * @param seeing for pictures, or null
 * @param hearing for recordings, or null
 * @param embedder for vectors, or null
 * @param threads ended when the models are closed
 */
record ModelSet(
        Map<ModelStep, ChatModel> chatModels,
        @Nullable ChatModel seeing,
        @Nullable TranscriptionModel hearing,
        @Nullable EmbeddingModel embedder,
        Parallel threads)
        implements Models {
    ModelSet {
        chatModels = Map.copyOf(chatModels);
    }

    @Override
    public Optional<EmbeddingModel> embedding() {
        return Optional.ofNullable(embedder);
    }

    @Override
    public Optional<ChatModel> chat(ModelStep step) {
        return Optional.ofNullable(chatModels.get(step));
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
    public void close() {
        threads.close();
    }
}
