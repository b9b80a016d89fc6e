package io.memu4j.examples;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.ErasureReport;
import io.memu4j.admin.PurgeOutcome;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Forgets a person: everything that any agent remembers of them, copies of their sources included. */
public final class EraseUser {
    private EraseUser() {}

    public static void main(String[] args) throws IOException {
        Path database = Example.folder(args).resolve("memu.db");
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(database))
                .build()) {
            for (String agent : List.of("general_assistant", "coding_assistant")) {
                memu.service("alice", agent).memorize(MemorizeRequest.text("about-me", "I live in Lyon."));
            }
            System.out.println("Memories of alice erased: " + erase(memu, "alice"));
        }
    }

    // region erase-user
    /** How many memories were erased. */
    static int erase(MemoryServiceFactory memu, String userId) {
        ErasureReport report = memu.admin().eraseUser(userId);
        if (!report.complete()) {
            throw new IllegalStateException("Something is left; erase again: " + report.scopes());
        }
        PurgeOutcome files = memu.admin().purge(); // the rows are gone; this clears the files of the database
        System.out.println(files.explanation());
        return report.scopes().size();
    }
    // endregion
}
