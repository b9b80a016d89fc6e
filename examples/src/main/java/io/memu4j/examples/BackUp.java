package io.memu4j.examples;

import io.memu4j.MemoryBackup;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.BackupReport;
import io.memu4j.admin.RestoreOptions;
import io.memu4j.admin.RestoreReport;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import java.io.IOException;
import java.nio.file.Path;

/** Makes a backup while the application runs, verifies it, and restores it into another database. */
public final class BackUp {
    private BackUp() {}

    public static void main(String[] args) throws IOException {
        Path folder = Example.folder(args);
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .build()) {
            memu.service("alice", "assistant").memorize(MemorizeRequest.text("about-me", "I live in Lyon."));
            System.out.println(backUp(memu, folder.resolve("monday")).rows());
        }
        System.out.println(restore(folder.resolve("monday"), folder.resolve("restored.db")));
    }

    // region back-up
    /** Writes a new folder with the rows of one moment and the copies of sources. Others may write meanwhile. */
    static BackupReport backUp(MemoryServiceFactory memu, Path folder) {
        memu.admin().backup(folder);
        return MemoryBackup.verify(folder); // compares every byte with its checksum
    }

    /** Restores into an empty or missing database; {@code replacing()} would allow one that holds memory. */
    static RestoreReport restore(Path folder, Path database) {
        return MemoryBackup.restore(folder, RestoreOptions.into(DatabaseConfig.sqlite(database)));
    }
    // endregion
}
