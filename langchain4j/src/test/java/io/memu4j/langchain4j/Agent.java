package io.memu4j.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.store.memory.chat.ChatMemoryStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** An AI service with a scripted model, which records what the model sees. */
final class Agent implements ChatModel {
    interface Assistant {
        String chat(@MemoryId ConversationId id, @dev.langchain4j.service.UserMessage String text);
    }

    private final Map<String, AiMessage> script = new ConcurrentHashMap<>();
    final List<ChatRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private final Assistant assistant;

    Agent(ChatMemoryStore store, UnaryOperator<AiServices<Assistant>> parts) {
        assistant = parts.apply(AiServices.builder(Assistant.class)
                        .chatModel(this)
                        .systemMessage("You are a helpful assistant.")
                        .chatMemoryProvider(id -> MessageWindowChatMemory.builder()
                                .id(id)
                                .maxMessages(8)
                                .chatMemoryStore(store)
                                .build()))
                .build();
    }

    /** Lets the model answer a message that ends with a text in this way. */
    Agent answering(String end, AiMessage answer) {
        script.put(end, answer);
        return this;
    }

    String chat(ConversationId id, String text) {
        return assistant.chat(id, text);
    }

    /** Returns what the model saw in its last call. */
    List<ChatMessage> seen() {
        return requests.get(requests.size() - 1).messages();
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        requests.add(request);
        ChatMessage last = request.messages().get(request.messages().size() - 1);
        AiMessage answer = last instanceof ToolExecutionResultMessage
                ? AiMessage.from("Done.")
                : script.entrySet().stream()
                        .filter(line ->
                                last instanceof UserMessage && last.toString().contains(line.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(AiMessage.from("I see."));
        return ChatResponse.builder().aiMessage(answer).build();
    }
}
