package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.retrieve.RetrieveResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One person with three agents: each agent remembers what it was told, and nothing else. */
public final class SeveralAgents {
    static final List<String> AGENTS = List.of("general_assistant", "coding_assistant", "research_assistant");
    static final String QUESTION = "What do you know about me?";

    private SeveralAgents() {}

    public static void main(String[] args) throws IOException {
        run(Example.folder(args).resolve("memu.db"), System.out);
    }

    /** What each agent recalls. */
    static Map<String, RetrieveResult> run(Path database, PrintStream out) {
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(database))
                .build()) {
            // region several-agents
            MemoryService general = memu.service("alice", "general_assistant");
            MemoryService coding = memu.service("alice", "coding_assistant");
            MemoryService research = memu.service("alice", "research_assistant");
            general.memorize(MemorizeRequest.text("about-me", "I live in Lyon with two cats."));
            coding.memorize(MemorizeRequest.text("about-me", "I write Kotlin and prefer small functions."));
            research.memorize(MemorizeRequest.text("about-me", "I study the migration of swifts."));
            // endregion
            Map<String, RetrieveResult> recalled = new LinkedHashMap<>();
            for (String agent : AGENTS) {
                RetrieveResult found = memu.service("alice", agent).retrieve(QUESTION);
                recalled.put(agent, found);
                found.passages()
                        .forEach(passage ->
                                out.println(agent + ": " + passage.value().text()));
            }
            return recalled;
        }
    }
}
