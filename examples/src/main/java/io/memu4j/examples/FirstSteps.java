package io.memu4j.examples;

import io.memu4j.MemorizeRequest;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.model.Message;
import io.memu4j.retrieve.RetrieveResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The example of the README. */
public final class FirstSteps {
    private FirstSteps() {}

    public static void main(String[] args) throws IOException {
        System.out.println(run(Example.folder(args)));
    }

    static String run(Path folder) {
        // region first-steps
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .llm(LlmConfig.local()) // no key, no network
                .build()) {
            MemoryService ana = memu.service("ana", "assistant_v1");
            ana.memorize(MemorizeRequest.append(
                    "support-chat-17",
                    List.of(
                            Message.user("Ana", "I moved to Porto in May."),
                            Message.assistant("How do you like it there?"),
                            Message.user("Ana", "I love it, and my office is five minutes away."))));
            RetrieveResult found = ana.retrieve("Where did she move?");
            return found.toPrompt(500); // for the prompt of a chat model
        }
        // endregion
    }
}
