package io.memu4j.llm.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import io.memu4j.spi.llm.AnswerSchema;
import org.jspecify.annotations.Nullable;

/** How a provider wants to be told the length and the shape of an answer. */
@FunctionalInterface
interface ChatDialect {
    /** Parameters every LangChain4j model understands. */
    ChatDialect COMMON = (answerTokens, schema) -> ChatRequestParameters.builder()
            .maxOutputTokens(answerTokens)
            .responseFormat(format(schema))
            .build();

    ChatRequestParameters parameters(int answerTokens, @Nullable AnswerSchema schema);

    static @Nullable ResponseFormat format(@Nullable AnswerSchema schema) {
        return schema == null
                ? null
                : ResponseFormat.builder()
                        .type(ResponseFormatType.JSON)
                        .jsonSchema(JsonSchema.builder()
                                .name(schema.name())
                                .rootElement(JsonRawSchema.from(schema.json()))
                                .build())
                        .build();
    }
}
