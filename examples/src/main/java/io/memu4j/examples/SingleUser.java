package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.ConversationMessage;
import io.memu4j.retrieve.RetrieveResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** One person with one agent, on SQLite: what was said survives the end of the process. */
public final class SingleUser {
    static final String QUESTION = "Where did Ana move to?";

    private SingleUser() {}

    public static void main(String[] args) throws IOException {
        Path database = Example.folder(args).resolve("memu.db");
        System.out.println("Memory is kept in " + database + "\n");
        remember(database, System.out);
        ask(database, System.out);
    }

    /** The first program: tells the memory a conversation, twice. */
    static List<MemorizeResult> remember(Path database, PrintStream out) {
        try (MemoryServiceFactory memu = open(database)) {
            MemoryService ana = memu.service("ana", "assistant_v1");
            MemorizeRequest chat = MemorizeRequest.messages("support-chat-17", conversation());
            MemorizeResult first = ana.memorize(chat);
            out.println("Remembered from " + conversation().size() + " messages:");
            first.items().forEach(item -> out.println("  [" + item.type().name() + "] " + item.summary()));
            MemorizeResult second = ana.memorize(chat);
            out.println("The same conversation again: " + (second.unchanged() ? "nothing changed." : "stored anew."));
            return List.of(first, second);
        }
    }

    /** The second program: opens the same file and asks. */
    static RetrieveResult ask(Path database, PrintStream out) {
        try (MemoryServiceFactory memu = open(database)) {
            RetrieveResult found = memu.service("ana", "assistant_v1").retrieve(QUESTION);
            out.println("\n" + QUESTION);
            found.passages()
                    .forEach(passage -> out.println("  " + passage.value().text()));
            return found;
        }
    }

    private static MemoryServiceFactory open(Path database) {
        return MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(database))
                .llm(LlmConfig.local())
                .build();
    }

    private static List<ConversationMessage> conversation() {
        return List.of(
                ConversationMessage.user("Ana", "Hi, I need a new delivery address: I moved to Porto in May."),
                ConversationMessage.assistant("Congratulations! Which street is it?"),
                ConversationMessage.user("Ana", "Rua das Flores 12. My sister Marta lives next door."),
                ConversationMessage.assistant("Saved. Anything else?"),
                ConversationMessage.user("Ana", "Yes, I am allergic to peanuts, so please no samples with nuts."));
    }
}
