package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryBackup;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.BackupOptions;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.spi.llm.Models;
import java.nio.file.Path;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is not encrypted, so that of an encrypted database is written only when that was said. */
class EncryptedBackupTest {
    @TempDir
    Path folder;

    @Test
    void a_backup_of_an_encrypted_database_is_refused_unless_told() {
        BackedUpMemory memory = new BackedUpMemory(
                        DatabaseConfig.jdbc(url()).withCredentials("sa", "file user"), folder.resolve("resources"))
                .filled();
        try (MemoryServiceFactory memu = memory.open()) {
            assertRefused(memu);
            memu.admin().backup(BackupOptions.to(folder.resolve("backup")).unencrypted());
        }
        assertThat(MemoryBackup.verify(folder.resolve("backup")).files()).isEqualTo(2);
    }

    @Test
    void it_is_noticed_on_a_data_source_of_the_application_too() {
        new BackedUpMemory(DatabaseConfig.jdbc(url()).withCredentials("sa", "file user"), folder.resolve("resources"))
                .filled();
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url());
        source.setUser("sa");
        source.setPassword("file user");
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .store(JpaMemoryStore.open(source))
                .blobs(BlobConfig.folder(folder.resolve("resources")))
                .llm(Models.none())
                .build()) {
            assertRefused(memu);
        }
    }

    private void assertRefused(MemoryServiceFactory memu) {
        assertThatThrownBy(() -> memu.admin().backup(folder.resolve("refused")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("--unencrypted");
        assertThat(folder.resolve("refused")).doesNotExist();
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("memu") + ";CIPHER=AES";
    }
}
