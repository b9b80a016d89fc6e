package io.memu4j.llm.langchain4j;

import dev.langchain4j.data.message.AiMessage;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chat model of LangChain4j seen as one of ours. A model that refuses schemas, or temperature 0, is asked without from then on. */
final class ChatAdapter implements io.memu4j.spi.llm.ChatGenerator {
    private final ChatModel model;
    private final Endpoint endpoint;
    private final ChatDialect dialect;
    private final int contextTokens;
    private final int maxAnswerTokens;
    private final Attempts attempts;
    private volatile boolean takesSchemas = true;
    private volatile boolean takesTemperature = true;

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
        Wishes wishes = new Wishes(request.schema() != null && takesSchemas, takesTemperature);
        int before = 0;
        while (true) {
            Wishes asked = wishes;
            Attempts.Done<Asked> done = attempts.call(endpoint, () -> ask(request, asked));
            if (done.value() instanceof Asked.Response answered) {
                takesSchemas &= asked.schema() || request.schema() == null;
                takesTemperature &= asked.temperature();
                return answer(new Attempts.Done<>(answered.response(), done.retries()), before);
            }
            wishes = ((Asked.Refused) done.value()).rest();
            before += done.retries() + 1;
        }
    }

    /** What a request asks for beside an answer. */
    private record Wishes(boolean schema, boolean temperature) {
        Wishes withoutSchema() {
            return new Wishes(false, temperature);
        }

        Wishes withoutTemperature() {
            return new Wishes(schema, false);
        }
    }

    /** What came of a request. */
    private sealed interface Asked {
        record Response(ChatResponse response) implements Asked {}

        /** The server does not like the request; perhaps because of a wish. */
        record Refused(Wishes rest) implements Asked {}
    }

    private Asked ask(ChatRequest request, Wishes wishes) {
        try {
            return new Asked.Response(model.chat(dev.langchain4j.model.chat.request.ChatRequest.builder()
                    .messages(messages(request))
                    .parameters(dialect.parameters(
                            Math.min(maxAnswerTokens, Math.max(1, request.maxAnswerTokens())),
                            wishes.schema() ? request.schema() : null,
                            wishes.temperature()))
                    .build()));
        } catch (UnsupportedFeatureException e) {
            if (wishes.schema()) {
                return new Asked.Refused(wishes.withoutSchema());
            }
            throw e;
        } catch (InvalidRequestException e) {
            ErrorBody body = body(e);
            if (wishes.temperature() && body.saysTemperature()) {
                return new Asked.Refused(wishes.withoutTemperature());
            }
            if (wishes.schema() && body.saysUnknownFormat() && !body.saysTooLong() && !body.saysUnknownModel()) {
                return new Asked.Refused(wishes.withoutSchema());
            }
            throw e;
        }
    }

    private static ErrorBody body(InvalidRequestException e) {
        return ErrorBody.of(
                String.valueOf(e.getCause() instanceof HttpException http ? http.getMessage() : e.getMessage()));
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
        return ChatAnswer.of(text(response.aiMessage()))
                .withCutOff(response.finishReason() == FinishReason.LENGTH)
                .withUsage(Tokens.of(response.tokenUsage()))
                .withRetries(before + done.retries());
    }

    /** What the model said, or the arguments of the tools it calls instead: some servers answer a schema with a call. */
    private static String text(@Nullable AiMessage message) {
        String said = message == null ? null : message.text();
        if (message == null || (said != null && !said.isBlank()) || !message.hasToolExecutionRequests()) {
            return said == null ? "" : said;
        }
        return message.toolExecutionRequests().stream()
                .map(call -> String.valueOf(call.arguments()))
                .collect(Collectors.joining("\n"));
    }
}
