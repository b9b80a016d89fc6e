package io.memu4j.examples;

import io.memu4j.MemoryBackup;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.BackupKey;
import io.memu4j.admin.BackupOptions;
import io.memu4j.admin.BackupReport;
import io.memu4j.admin.RestoreOptions;
import io.memu4j.admin.RestoreReport;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Makes a backup while the application runs, verifies it, and restores it into another database. */
public final class BackUp {
    private BackUp() {}

    public static void main(String[] args) throws IOException {
        Path folder = Example.folder(args);
        byte[] secret = new byte[32]; // an operator keeps it in a file: BackupKey.read
        new SecureRandom().nextBytes(secret);
        BackupKey key = BackupKey.of(secret);
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(folder.resolve("memu.db")))
                .build()) {
            memu.service("alice", "assistant").memorize(MemorizeRequest.text("about-me", "I live in Lyon."));
            System.out.println(backUp(memu, folder.resolve("monday"), key).rows());
        }
        System.out.println(restore(folder.resolve("monday"), key, folder.resolve("restored.db")));
    }

    // region back-up
    /** Writes a signed folder with the rows of one moment and the copies of sources. Others may write meanwhile. */
    static BackupReport backUp(MemoryServiceFactory memu, Path folder, BackupKey key) {
        memu.admin().backup(BackupOptions.to(folder).withKey(key)); // backup(folder) does not sign
        return MemoryBackup.verify(folder, key); // compares the signature, and every byte with its checksum
    }

    /** Restores into an empty or missing database; {@code replacing()} would allow one that holds memory. */
    static RestoreReport restore(Path folder, BackupKey key, Path database) {
        return MemoryBackup.restore(
                folder, RestoreOptions.into(DatabaseConfig.sqlite(database)).withKey(key));
    }
    // endregion
}
