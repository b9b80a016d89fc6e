package io.memu4j.examples.modular;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import java.nio.file.Path;
import java.util.List;

/** Keeps a conversation in SQLite and in H2, and asks what was said; prints what it found. */
public final class ModularMemory {
    private ModularMemory() {}

    /**
     * Runs the example.
     *
     * @param args a folder for the databases
     */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        System.out.println("module " + ModularMemory.class.getModule().getName());
        System.out.println("sqlite " + remembered(DatabaseConfig.sqlite(folder.resolve("memu.db"))));
        System.out.println("h2 " + remembered(DatabaseConfig.h2(folder.resolve("memu"))));
    }

    private static List<String> remembered(DatabaseConfig database) {
        try (MemoryServiceFactory memu =
                MemoryServiceFactory.builder().database(database).build()) {
            var ana = memu.service("ana", "shop");
            ana.memorize(MemorizeRequest.append(
                    "chat", List.of(ConversationMessage.user("Ana", "I moved to Porto in May."))));
            return ana.retrieve("Where did she move?").passages().stream()
                    .map(found -> found.value().text())
                    .toList();
        }
    }
}
