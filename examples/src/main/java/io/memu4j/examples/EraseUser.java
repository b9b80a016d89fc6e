package io.memu4j.examples;

import io.memu4j.MemorizeRequest;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.ScopeSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forgets a person: everything that any agent remembers of them, copies of their sources included. */
public final class EraseUser {
    private static final int PAGE = 1_000;

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
    /** How many memories were emptied. */
    static int erase(MemoryServiceFactory memu, String userId) {
        int erased = 0;
        @Nullable MemoryScope after = null;
        List<ScopeSummary> page;
        do {
            page = memu.admin().scopes(after, PAGE);
            for (ScopeSummary summary : page) {
                after = summary.scope();
                if (after.userId().equals(userId)) {
                    memu.service(after).clear();
                    erased++;
                }
            }
        } while (page.size() == PAGE);
        return erased;
    }
    // endregion
}
