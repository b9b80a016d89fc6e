package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Counts;
import io.memu4j.model.MemoryType;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ImportOptions;
import io.memu4j.transfer.ImportReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** Takes over to a database what was memorized in memory: all of it, under the ids of a user and an agent. */
public final class MoveToDatabase {
    private MoveToDatabase() {}

    /** Rows before and after. */
    record Outcome(Counts before, Counts after) {}

    public static void main(String[] args) throws IOException {
        run(Example.folder(args).resolve("memu.db"), System.out);
    }

    static Outcome run(Path database, PrintStream out) {
        try (MemoryServiceFactory inMemory = MemoryServiceFactory.inMemory();
                MemoryServiceFactory onDisk = MemoryServiceFactory.builder()
                        .database(DatabaseConfig.sqlite(database))
                        .build()) {
            MemoryService from = inMemory.service();
            from.memorize(
                    MemorizeRequest.text("notes", "I was born in Tartu.\n\nI work as a nurse in the city hospital."));
            from.memorize(MemorizeRequest.append(
                    "chat", List.of(ConversationMessage.user("Kai", "I love rowing on the lake."))));
            from.items().create(NewItem.of(MemoryType.PROFILE, "Kai speaks Estonian and Finnish."));

            MemoryService to = onDisk.service("kai", "assistant");
            copy(inMemory, onDisk);
            Outcome outcome = new Outcome(from.counts(), to.counts());
            out.println("In memory: " + outcome.before() + "\nIn " + database + ": " + outcome.after());
            return outcome;
        }
    }

    // region copy
    static ImportReport copy(MemoryServiceFactory from, MemoryServiceFactory to) {
        ImportOptions as = ImportOptions.DEFAULT.withUser("kai").withAgent("assistant");
        return from.transfer().copyTo(to.transfer(), ExportOptions.all(), as);
    }
    // endregion
}
