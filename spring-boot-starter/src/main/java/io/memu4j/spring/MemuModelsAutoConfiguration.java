package io.memu4j.spring;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.embedding.EmbeddingModel;
import io.memu4j.llm.langchain4j.LangChain4jModels;
import io.memu4j.spi.llm.Models;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Finds models of LangChain4j among the beans of the application. They are used if no setting {@code memu.llm.*} names others. */
@AutoConfiguration(before = MemuAutoConfiguration.class)
@ConditionalOnClass({ChatModel.class, LangChain4jModels.class})
@ConditionalOnMissingBean(Models.class)
public final class MemuModelsAutoConfiguration {
    /** Creates the configuration; Spring does. */
    public MemuModelsAutoConfiguration() {}

    @Bean
    ModelBeans memoryModelBeans(ObjectProvider<ChatModel> chat, ObjectProvider<EmbeddingModel> embedding) {
        return new ModelBeans(chat.getIfUnique(), embedding.getIfUnique());
    }
}
