package io.memu4j.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.write.LockProbe;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingDirectoryTest {
    private static final String NAME = ".monday.0b0e7d52-7a3f-4c35-9f5c-1d4a3f0c0001.partial";

    @TempDir
    Path folder;

    @Test
    void what_a_crash_left_is_deleted_by_the_next_one() throws IOException {
        Path left = Files.createDirectory(folder.resolve(NAME));
        Path lock = Files.createFile(folder.resolve(NAME + ".lock"));
        try (StagingDirectory draft = StagingDirectory.create(folder, "tuesday")) {
            assertThat(draft.folder()).isDirectory();
            assertThat(left).doesNotExist();
            assertThat(lock).doesNotExist();
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** Two applications in one server have this class twice, and one table of locks: what the other locks is locked by "this JVM". */
    @Test
    void what_another_class_loader_works_on_stays_with_its_lock() throws Exception {
        Path theirs = Files.createDirectory(folder.resolve(NAME));
        Path lock = folder.resolve(NAME + ".lock");
        try (FileChannel other = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertThat(other.tryLock()).isNotNull();
            for (String name : new String[] {"tuesday", "wednesday"}) {
                try (StagingDirectory draft = StagingDirectory.create(folder, name)) {
                    assertThat(draft.folder()).isDirectory();
                }
                assertThat(theirs).isDirectory();
                assertThat(LockProbe.isFree(lock)).as("the other's lock").isFalse();
            }
        }
        try (StagingDirectory draft = StagingDirectory.create(folder, "thursday")) {
            assertThat(draft.folder()).isDirectory();
            assertThat(theirs).doesNotExist();
        }
        assertThat(folder).isEmptyDirectory();
    }
}
