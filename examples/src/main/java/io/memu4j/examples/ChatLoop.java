package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A conversation with an agent that remembers: it retrieves before each answer and appends each turn. */
public final class ChatLoop {
    /** The application's chat model. */
    @FunctionalInterface
    interface ChatModel {
        /**
         * Answers a message.
         *
         * @param recalled what the memory holds about it, as a block for the prompt; empty when it holds nothing
         */
        String answer(String recalled, String message);
    }

    private final MemoryService memory;
    private final String conversation;
    private final ChatModel model;
    private final Clock clock;
    private final List<ConversationMessage> recent = new ArrayList<>();

    ChatLoop(MemoryService memory, String conversation, ChatModel model, Clock clock) {
        this.memory = memory;
        this.conversation = conversation;
        this.model = model;
        this.clock = clock;
    }

    // region chat-turn
    /** One turn. Only its two messages are embedded and stored, however long the conversation is. */
    String turn(String text) {
        RetrieveResult recalled = memory.retrieve(RetrieveRequest.of(text).withContext(recent));
        String answer = model.answer(recalled.toPrompt(800), text);
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<ConversationMessage> turn = List.of(
                ConversationMessage.user("Ana", text).at(now),
                ConversationMessage.assistant(answer).at(now));
        memory.memorize(MemorizeRequest.append(conversation, turn));
        recent.addAll(turn);
        return answer;
    }
    // endregion

    public static void main(String[] args) throws IOException {
        run(Example.folder(args).resolve("memu.db"), ChatLoop::standIn, System.out);
    }

    /** Two chats, and the end of the program between them. */
    static void run(Path database, ChatModel model, PrintStream out) {
        chat(
                database,
                "monday",
                model,
                out,
                "I start a new job at the harbour in June.",
                "My daughter Ines plays chess.");
        chat(database, "friday", model, out, "Who plays chess?", "When does my new job start?");
    }

    private static void chat(Path database, String name, ChatModel model, PrintStream out, String... messages) {
        out.println("-- " + name);
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(database))
                .build()) {
            var loop = new ChatLoop(memu.service("ana", "companion"), name, model, Clock.systemUTC());
            for (String message : messages) {
                out.println("Ana:   " + message);
                out.println("Agent: " + loop.turn(message));
            }
        }
    }

    /** Stands in for a chat model: answers a question with the best of what was recalled. */
    private static String standIn(String recalled, String message) {
        return recalled.lines()
                .filter(line -> message.endsWith("?") && line.startsWith("- "))
                .map(line -> "I remember: " + line.substring(2))
                .findFirst()
                .orElse("Good to know.");
    }
}
