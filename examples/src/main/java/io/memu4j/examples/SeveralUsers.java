package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.MemoryItem;
import io.memu4j.retrieve.RetrieveResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Two people in one database: each has a memory of their own, and an id of the other's is an unknown id. */
public final class SeveralUsers {
    static final String QUESTION = "What must I not eat?";

    private SeveralUsers() {}

    /**
     * What each was answered, and what Bob got for an id of Alice's.
     *
     * @param taken empty, or isolation is broken
     */
    record Outcome(RetrieveResult alice, RetrieveResult bob, Optional<MemoryItem> taken, int scopes) {}

    public static void main(String[] args) throws IOException {
        run(Example.folder(args).resolve("memu.db"), System.out);
    }

    static Outcome run(Path database, PrintStream out) {
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(database))
                .build()) {
            // region several-users
            MemoryService alice = memu.service("alice", "assistant");
            MemoryService bob = memu.service("bob", "assistant");
            MemorizeResult hers = alice.memorize(
                    MemorizeRequest.append("chat", List.of(ConversationMessage.user("I am allergic to peanuts."))));
            bob.memorize(MemorizeRequest.append(
                    "chat", List.of(ConversationMessage.user("I am allergic to strawberries."))));

            RetrieveResult forAlice = alice.retrieve(QUESTION);
            RetrieveResult forBob = bob.retrieve(QUESTION);
            Optional<MemoryItem> taken = bob.items().get(hers.items().get(0).id()); // empty
            // endregion
            out.println(QUESTION);
            print("Alice", forAlice, out);
            print("Bob", forBob, out);
            out.println("Bob asks for Alice's memory by its id: " + (taken.isEmpty() ? "unknown." : "found!"));
            return new Outcome(
                    forAlice, forBob, taken, memu.admin().scopes(null, 100).size());
        }
    }

    private static void print(String who, RetrieveResult found, PrintStream out) {
        found.passages()
                .forEach(passage ->
                        out.println("  " + who + ": " + passage.value().text()));
    }
}
