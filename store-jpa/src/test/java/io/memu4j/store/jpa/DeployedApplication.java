package io.memu4j.store.jpa;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.memorize.MemorizeRequest;
import java.util.List;

/** An application with everything inside it: opens, migrates, remembers, finds, closes. Loaded by a class loader of its own. */
public final class DeployedApplication implements Runnable {
    @Override
    public void run() {
        for (DatabaseConfig database : List.of(
                DatabaseConfig.h2InMemory(),
                DatabaseConfig.jdbc("jdbc:sqlite:" + System.getProperty("memu.redeploy.folder") + "/memu.db"))) {
            try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                    .database(database)
                    .llm(LlmConfig.none())
                    .build()) {
                MemoryService ana = memu.service("ana", "assistant");
                ana.memorize(MemorizeRequest.text("note", "I moved to Oulu in May."));
                if (ana.retrieve("When did I move to Oulu?").passages().isEmpty()
                        || !memu.admin().health().isUp()) {
                    throw new IllegalStateException("The memory does not work in " + database);
                }
            }
        }
    }
}
