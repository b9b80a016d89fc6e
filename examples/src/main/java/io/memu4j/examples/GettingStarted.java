package io.memu4j.examples;

// region getting-started
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.ConversationMessage;
import io.memu4j.retrieve.RetrieveResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

public final class GettingStarted {
    public static void main(String[] args) {
        run(Path.of("data"), System.out);
    }

    static void run(Path folder, PrintStream out) {
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .build()) {
            MemoryService ana = memu.service("ana", "assistant");
            MemorizeResult kept = ana.memorize(MemorizeRequest.append(
                    "chat-1",
                    List.of(
                            ConversationMessage.user("Ana", "I moved to Porto in May."),
                            ConversationMessage.assistant("How do you like it there?"),
                            ConversationMessage.user("Ana", "A lot. My sister Marta lives next door."),
                            ConversationMessage.user("Ana", "I am allergic to peanuts."))));
            kept.items().forEach(item -> out.println("kept:  " + item.summary()));

            RetrieveResult found = ana.retrieve("What must Ana not eat?");
            out.println("found: " + found.items().get(0).value().summary());
            out.println("proof: " + found.passages().get(0).value().text());
        }
    }
}
// endregion
