package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.retrieve.RetrieveResult;
import java.io.PrintStream;

/** The quick start: no database, no key, no ids. Memory ends with the process. */
public final class InMemory {
    private InMemory() {}

    public static void main(String[] args) {
        Example.quiet();
        run(System.out);
    }

    static RetrieveResult run(PrintStream out) {
        // region in-memory
        try (MemoryServiceFactory memu = MemoryServiceFactory.inMemory()) {
            MemoryService memory = memu.service(); // the user "default" with the agent "default"
            memory.memorize(
                    MemorizeRequest.text("notes", "My bicycle is in the cellar.\n\nMy sister's name is Marta."));
            RetrieveResult found = memory.retrieve("Where is the bicycle?");
            out.println(found.passages().get(0).value().text());
            return found;
        }
        // endregion
    }
}
