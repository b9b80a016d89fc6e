package io.memu4j.examples;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import java.nio.file.Path;

/** Memory on PostgreSQL. The arguments are a JDBC URL, a user, a password and a folder for copies of sources. */
public final class OnPostgres {
    private OnPostgres() {}

    public static void main(String[] args) {
        if (args.length != 4) {
            System.err.println("Usage: OnPostgres JDBC-URL USER PASSWORD FOLDER");
            System.exit(2);
        }
        try (MemoryServiceFactory memu = open(args[0], args[1], args[2], Path.of(args[3]))) {
            memu.service("alice", "assistant").memorize(MemorizeRequest.text("about-me", "I live in Lyon."));
            System.out.println(memu.service("alice", "assistant").counts());
        }
    }

    // region postgresql
    /** Opens memory on a server whose schema was migrated before; refuses one that does not fit. */
    static MemoryServiceFactory open(String url, String user, String password, Path copies) {
        return MemoryServiceFactory.builder()
                .database(DatabaseConfig.postgresql(url, user, password)) // jdbc:postgresql://db.internal/memory
                .blobs(BlobConfig.folder(copies)) // a folder that all machines see
                .build();
    }
    // endregion
}
