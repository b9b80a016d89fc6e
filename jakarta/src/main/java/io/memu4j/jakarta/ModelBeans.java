package io.memu4j.jakarta;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.memu4j.llm.langchain4j.LangChain4jModels;
import io.memu4j.spi.llm.Models;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Models of LangChain4j that the application has as beans. */
@Singleton
class ModelBeans implements ModelSource {
    private final Instance<ChatModel> chat;
    private final Instance<EmbeddingModel> embedding;

    @Inject
    ModelBeans(Instance<ChatModel> chat, Instance<EmbeddingModel> embedding) {
        this.chat = chat;
        this.embedding = embedding;
    }

    @Override
    public Optional<Models> models() {
        if (!chat.isResolvable() && !embedding.isResolvable()) {
            return Optional.empty();
        }
        LangChain4jModels.Builder models = LangChain4jModels.builder();
        if (chat.isResolvable()) {
            models.chat(chat.get());
        }
        if (embedding.isResolvable()) {
            models.embedding(embedding.get());
        }
        return Optional.of(models.build());
    }
}
