package io.memu4j.examples;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.StoreException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An application that would rather forget than not start: without its database it runs on memory in the heap, and says so. */
public final class Fallback {
    private Fallback() {}

    public static void main(String[] args) throws IOException {
        Path notADatabase = Files.createDirectories(Example.folder(args).resolve("memu.db"));
        PrintStream out = System.out;
        try (MemoryServiceFactory memu = open(DatabaseConfig.sqlite(notADatabase), out)) {
            out.println("Running on: " + memu.admin().health().store().store());
        }
    }

    // region fallback
    /** Falls back only when the database fails. A wrong configuration or an old schema must be put right, not hidden. */
    static MemoryServiceFactory open(DatabaseConfig database, PrintStream log) {
        try {
            return MemoryServiceFactory.builder().database(database).build();
        } catch (StoreException e) {
            log.println("Memories will not be kept: " + e.getMessage());
            return MemoryServiceFactory.builder()
                    .database(DatabaseConfig.memory())
                    .build();
        }
    }
    // endregion
}
