package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryBackup;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.Confirmation;
import io.memu4j.admin.RestoreOptions;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ImportOptions;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another process that has a memory's index in its heap answers by what is stored now, whatever this process does to it. */
class CachedElsewhereIT {
    @TempDir
    Path folder;

    @Test
    void on_a_sqlite_file() throws Exception {
        DatabaseConfig database = DatabaseConfig.sqlite(folder.resolve("memu.db"));
        neverServesWhatWasErasedOrReplaced(database, "jdbc:sqlite:" + database.file());
    }

    @Test
    void on_postgresql() throws Exception {
        DatabaseConfig database = Postgres.freshDatabase();
        neverServesWhatWasErasedOrReplaced(
                database, Objects.requireNonNull(database.url()) + "?user=postgres&password=postgres");
    }

    private void neverServesWhatWasErasedOrReplaced(DatabaseConfig database, String url) throws Exception {
        BackedUpMemory memory = new BackedUpMemory(database, folder.resolve("resources")).filled();
        Path errors = folder.resolve("errors.txt");
        Process other = ChildJvm.started(ChildJvm.of(SearchingProcess.class, url), errors);
        try (MemoryServiceFactory memu = memory.open();
                BufferedReader answers = other.inputReader();
                BufferedWriter questions = other.outputWriter()) {
            Asking elsewhere = question -> {
                questions.write(question + "\n");
                questions.flush();
                return Objects.requireNonNull(answers.readLine(), () -> read(errors));
            };
            String before = elsewhere.ask("dog Bruno");
            assertThat(before).contains("Bruno");
            Path file = folder.resolve("all.jsonl");
            memu.transfer().exportTo(file, ExportOptions.all());
            Path backup = folder.resolve("backup");
            memu.admin().backup(backup);

            memu.admin().reset(Confirmation.DELETE_ALL_MEMORY);
            assertThat(elsewhere.ask("dog Bruno")).as("after a reset").isEmpty();

            memu.transfer().importFrom(file, ImportOptions.DEFAULT);
            assertThat(elsewhere.ask("dog Bruno")).as("after the import").isEqualTo(before);

            memu.admin().eraseUser(BackedUpMemory.ANA.userId());
            memu.service(BackedUpMemory.ANA)
                    .memorize(MemorizeRequest.bytes(
                            "diary.txt", "I love my parrot Kiwi.".getBytes(StandardCharsets.UTF_8)));
            assertThat(elsewhere.ask("dog Bruno")).as("erased and begun anew").doesNotContain("Bruno");
            assertThat(elsewhere.ask("parrot Kiwi")).contains("Kiwi");

            memu.transfer().importFrom(file, ImportOptions.DEFAULT);
            assertThat(elsewhere.ask("parrot Kiwi")).as("joined").contains("Kiwi");

            MemoryBackup.restore(
                    backup,
                    RestoreOptions.into(database)
                            .withBlobs(BlobConfig.folder(memory.blobs()))
                            .replacing());
            assertThat(elsewhere.ask("parrot Kiwi"))
                    .as("replaced by the backup")
                    .doesNotContain("Kiwi");
            assertThat(elsewhere.ask("dog Bruno")).isEqualTo(before);
        } finally {
            other.destroyForcibly().onExit().join();
        }
    }

    private interface Asking {
        String ask(String question) throws Exception;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "no errors to be read";
        }
    }
}
