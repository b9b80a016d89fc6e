package io.memu4j.llm.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.UnsupportedFeatureException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.memu4j.config.ModelLimits;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.Picture;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A chat model of LangChain4j seen as one of ours. A model that refuses schemas is asked without them from then on. */
final class ChatAdapter implements io.memu4j.spi.llm.ChatGenerator {
    private final ChatModel model;
    private final Endpoint endpoint;
    private final ChatDialect dialect;
    private final int contextTokens;
    private final int maxAnswerTokens;
    private final Attempts attempts;
    private volatile boolean takesSchemas = true;

    ChatAdapter(ChatModel model, Endpoint endpoint, ChatDialect dialect, ModelLimits limits, Attempts attempts) {
        this.model = model;
        this.endpoint = endpoint;
        this.dialect = dialect;
        this.contextTokens = limits.contextTokens();
        this.maxAnswerTokens = limits.maxAnswerTokens();
        this.attempts = attempts;
    }

    @Override
    public String name() {
        return endpoint.name();
    }

    @Override
    public int contextTokens() {
        return contextTokens;
    }

    @Override
    public ChatAnswer chat(ChatRequest request) {
        if (request.schema() == null || !takesSchemas) {
            return answer(attempts.call(endpoint, () -> ask(request, false)), 0);
        }
        Attempts.Done<Asked> first = attempts.call(endpoint, () -> tryWithSchema(request));
        if (first.value() instanceof Asked.Response answered) {
            return answer(new Attempts.Done<>(answered.response(), first.retries()), 0);
        }
        ChatAnswer plain = answer(attempts.call(endpoint, () -> ask(request, false)), first.retries() + 1);
        takesSchemas = false;
        return plain;
    }

    /** What came of a request with a schema. */
    private sealed interface Asked {
        record Response(ChatResponse response) implements Asked {}

        /** The server does not like the request; perhaps because of the schema. */
        record SchemaRefused() implements Asked {}
    }

    private Asked tryWithSchema(ChatRequest request) {
        try {
            return new Asked.Response(ask(request, true));
        } catch (UnsupportedFeatureException e) {
            return new Asked.SchemaRefused();
        } catch (InvalidRequestException e) {
            if (isAboutTheSchema(e)) {
                return new Asked.SchemaRefused();
            }
            throw e;
        }
    }

    private static boolean isAboutTheSchema(InvalidRequestException e) {
        String said = e.getCause() instanceof HttpException http ? http.getMessage() : e.getMessage();
        ErrorBody body = ErrorBody.of(String.valueOf(said));
        return body.saysUnknownFormat() && !body.saysTooLong() && !body.saysUnknownModel();
    }

    private ChatResponse ask(ChatRequest request, boolean withSchema) {
        int answerTokens = Math.min(maxAnswerTokens, Math.max(1, request.maxAnswerTokens()));
        return model.chat(dev.langchain4j.model.chat.request.ChatRequest.builder()
                .messages(messages(request))
                .parameters(dialect.parameters(answerTokens, withSchema ? request.schema() : null))
                .build());
    }

    private static List<ChatMessage> messages(ChatRequest request) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!request.system().isBlank()) {
            messages.add(SystemMessage.from(request.system()));
        }
        List<Content> contents = new ArrayList<>();
        contents.add(TextContent.from(request.user().isBlank() ? "." : request.user()));
        for (Picture picture : request.pictures()) {
            contents.add(ImageContent.from(Base64.getEncoder().encodeToString(picture.bytes()), picture.mediaType()));
        }
        messages.add(UserMessage.from(contents));
        return messages;
    }

    private static ChatAnswer answer(Attempts.Done<ChatResponse> done, int before) {
        ChatResponse response = done.value();
        String text = response.aiMessage() == null ? null : response.aiMessage().text();
        return ChatAnswer.of(text == null ? "" : text)
                .withCutOff(response.finishReason() == FinishReason.LENGTH)
                .withUsage(Tokens.of(response.tokenUsage()))
                .withRetries(before + done.retries());
    }
}
