package io.memu4j.examples;

import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.UserMessage;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.langchain4j.ConversationId;
import io.memu4j.langchain4j.MemoryScopeResolver;
import io.memu4j.langchain4j.MemuChatMemoryStore;
import io.memu4j.langchain4j.MemuRetrievalAugmentor;
import io.memu4j.langchain4j.MemuTools;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Scanner;

/**
 * An agent on LangChain4j that remembers its user. The arguments are the address and the name of a chat model that speaks OpenAI's protocol,
 * and optionally a folder; the key, if the server wants one, is in {@code OPENAI_API_KEY}.
 */
public final class ChatAgent {
    // region agent
    interface Agent {
        @SystemMessage("You are a companion who remembers. Use the tools when the user asks to remember or to forget.")
        String chat(@MemoryId ConversationId conversation, @UserMessage String message);
    }

    static Agent agent(ChatModel model, MemoryServiceFactory memu, MemuChatMemoryStore store) {
        MemoryScopeResolver scopes = MemoryScopeResolver.ofConversationId();
        return AiServices.builder(Agent.class)
                .chatModel(model)
                .retrievalAugmentor(MemuRetrievalAugmentor.of(memu, scopes))
                .storeRetrievedContentInChatMemory(false)
                .tools(MemuTools.of(memu, scopes))
                .chatMemoryProvider(id -> MessageWindowChatMemory.builder()
                        .id(id)
                        .maxMessages(20)
                        .chatMemoryStore(store)
                        .build())
                .build();
    }
    // endregion

    private ChatAgent() {}

    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("Usage: ChatAgent URL CHAT-MODEL [FOLDER]");
            System.exit(2);
        }
        String key = System.getenv().getOrDefault("OPENAI_API_KEY", "none");
        ChatModel model = OpenAiChatModel.builder()
                .baseUrl(args[0])
                .modelName(args[1])
                .apiKey(key)
                .build();
        Path folder = Example.folder(args.length < 3 ? new String[0] : new String[] {args[2]});
        try (Scanner lines = new Scanner(System.in, StandardCharsets.UTF_8)) {
            run(folder.resolve("memu.db"), model, lines, System.out);
        }
    }

    static void run(Path database, ChatModel model, Scanner lines, PrintStream out) {
        // region open
        try (var memu = MemoryServiceFactory.builder()
                        .database(DatabaseConfig.sqlite(database))
                        .build();
                var store = MemuChatMemoryStore.of(memu, MemoryScopeResolver.ofConversationId())) {
            Agent agent = agent(model, memu, store);
            ConversationId conversation = ConversationId.of("ana", "companion", "chat"); // the user of your login
            while (lines.hasNextLine()) {
                out.println(agent.chat(conversation, lines.nextLine()));
            }
        } // the store memorizes what waits, then the database is closed
        // endregion
    }
}
