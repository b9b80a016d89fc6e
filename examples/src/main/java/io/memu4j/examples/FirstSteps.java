package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.retrieve.RetrieveResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** The example of the README. */
public final class FirstSteps {
    private FirstSteps() {}

    public static void main(String[] args) throws IOException {
        run(Example.folder(args), System.out);
    }

    static void run(Path folder, PrintStream out) {
        // region first-steps
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .llm(LlmConfig.local()) // no key, no network
                .build()) {
            MemoryService ana = memu.service("ana", "assistant_v1");
            List<ConversationMessage> said = List.of(ConversationMessage.user("Ana", "I moved to Porto in May."));
            ana.memorize(MemorizeRequest.append("support-chat-17", said));
            RetrieveResult found = ana.retrieve("Where did she move?");
            out.println(found.items().get(0).value().summary()); // I moved to Porto in May.
            out.println(found.toPrompt(500)); // all that was found, for the prompt of a chat model
        }
        // endregion
    }
}
