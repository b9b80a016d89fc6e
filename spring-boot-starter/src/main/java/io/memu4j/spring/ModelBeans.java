package io.memu4j.spring;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.llm.langchain4j.LangChain4jModels;
import org.jspecify.annotations.Nullable;

/** The models of LangChain4j among the beans of the application, which closes them. */
record ModelBeans(@Nullable ChatModel chat, @Nullable EmbeddingModel embedding) {
    void use(MemoryServiceFactory.Builder builder) {
        LangChain4jModels.Builder models = LangChain4jModels.builder();
        if (chat != null) {
            models.chat(chat);
        }
        if (embedding != null) {
            models.embedding(embedding);
        }
        if (chat != null || embedding != null) {
            builder.llm(models.build());
        }
    }
}
