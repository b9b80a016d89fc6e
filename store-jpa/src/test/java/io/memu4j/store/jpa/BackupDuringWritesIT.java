package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryBackup;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.RestoreOptions;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Backups taken while somebody rewrites and deletes: each restores, is whole, and has everything acknowledged before it began. Five per
 * database; {@code -Dmemu4j.backups=100} for a long run.
 */
class BackupDuringWritesIT {
    private static final int BACKUPS = Integer.getInteger("memu4j.backups", 5);
    private static final Pattern VERSION = Pattern.compile("number (\\d+)");

    @TempDir
    Path folder;

    @Test
    void of_sqlite_while_another_process_writes() throws Exception {
        BackedUpMemory memory = memory("original");
        memory.filled();
        try (MemoryServiceFactory memu = memory.open();
                NoteWriter writer = NoteWriter.process(memory)) {
            backUpAndRestore(memu, writer);
        }
    }

    @Test
    void of_an_h2_file_while_a_thread_writes() throws Exception {
        Path in = folder.resolve("original");
        BackedUpMemory memory =
                new BackedUpMemory(DatabaseConfig.h2(in.resolve("memu")), in.resolve("resources")).filled();
        try (MemoryServiceFactory memu = memory.open();
                NoteWriter writer = NoteWriter.thread(memu)) {
            backUpAndRestore(memu, writer);
        }
    }

    @Test
    void of_postgresql_while_a_thread_writes() throws Exception {
        BackedUpMemory memory = new BackedUpMemory(Postgres.freshDatabase(), folder.resolve("resources")).filled();
        try (MemoryServiceFactory memu = memory.open();
                NoteWriter writer = NoteWriter.thread(memu)) {
            backUpAndRestore(memu, writer);
        }
    }

    private void backUpAndRestore(MemoryServiceFactory memu, NoteWriter writer) throws Exception {
        while (writer.acknowledged().size() < NoteWriter.NOTES) {
            assertThat(writer.isAlive()).as("the writer goes on").isTrue();
            Thread.sleep(20);
        }
        BackedUpMemory copy = memory("copy");
        for (int n = 1; n <= BACKUPS; n++) {
            Map<String, Integer> acknowledged = writer.acknowledged();
            Path backup = folder.resolve("backup-" + n);
            memu.admin().backup(backup);
            assertThat(writer.isAlive()).as("the writer goes on").isTrue();
            assertThat(MemoryBackup.verify(backup).missingFiles()).isZero();
            MemoryBackup.restore(
                    backup,
                    RestoreOptions.into(copy.database())
                            .withBlobs(BlobConfig.folder(copy.blobs()))
                            .replacing());
            requireWhole(copy, acknowledged);
        }
    }

    private static void requireWhole(BackedUpMemory copy, Map<String, Integer> acknowledged) {
        try (MemoryServiceFactory memu = copy.open()) {
            MemoryService ana = memu.service(BackedUpMemory.ANA);
            Map<String, Integer> found = new HashMap<>();
            for (Resource note : ana.resources()
                    .list(ResourceFilter.ALL, PageRequest.first(100))
                    .rows()) {
                byte[] file = ana.resources().copy(note.id()).orElse(new byte[0]);
                List<Passage> passages = ana.resources().passages(note.id());
                if (note.sourceKey().startsWith("note-")) {
                    assertThat(passages).singleElement().satisfies(passage -> assertThat(
                                    new String(file, StandardCharsets.UTF_8))
                            .isEqualTo(passage.text()));
                    Matcher version = VERSION.matcher(passages.get(0).text());
                    assertThat(version.find()).isTrue();
                    found.put(note.sourceKey(), Integer.parseInt(version.group(1)));
                }
            }
            acknowledged.forEach(
                    (note, version) -> assertThat(found.get(note)).as(note).isGreaterThanOrEqualTo(version));
            assertThat(memu.service(BackedUpMemory.ODD).counts().items()).isPositive();
        }
    }

    private BackedUpMemory memory(String name) {
        Path in = folder.resolve(name);
        return new BackedUpMemory(DatabaseConfig.sqlite(in.resolve("memu.db")), in.resolve("resources"));
    }
}
