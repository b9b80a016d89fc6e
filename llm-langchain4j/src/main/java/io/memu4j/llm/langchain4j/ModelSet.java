package io.memu4j.llm.langchain4j;

import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.llm.Transcriber;
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
        Map<ModelStep, ChatGenerator> chatModels,
        @Nullable ChatGenerator seeing,
        @Nullable Transcriber hearing,
        @Nullable TextEmbedder embedder,
        Parallel threads)
        implements Models {
    ModelSet {
        chatModels = Map.copyOf(chatModels);
    }

    @Override
    public Optional<TextEmbedder> embedding() {
        return Optional.ofNullable(embedder);
    }

    @Override
    public Optional<ChatGenerator> chat(ModelStep step) {
        return Optional.ofNullable(chatModels.get(step));
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
    public void close() {
        threads.close();
    }
}
