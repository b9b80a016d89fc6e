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
    ChatDialect COMMON = (answerTokens, schema, steady) -> ChatRequestParameters.builder()
            .maxOutputTokens(answerTokens)
            .responseFormat(format(schema))
            .build();

    /**
     * Says the length, the shape and the steadiness asked for in the words of the provider.
     *
     * @param steady whether to ask for the likeliest words, that is for temperature 0, where the provider is asked for it at each call
     */
    ChatRequestParameters parameters(int answerTokens, @Nullable AnswerSchema schema, boolean steady);

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
