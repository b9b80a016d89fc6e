package io.memu4j.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnersFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_migration_creates_files_and_folders_for_their_owner_alone() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        MemoryMigrations.migrate("jdbc:sqlite:" + folder.resolve("new/memu.db"), null, null);
        MemoryMigrations.migrate("jdbc:h2:file:" + folder.resolve("new/h2/memu"), null, null);

        assertThat(permissions())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "new", "rwx------",
                        "new/h2", "rwx------",
                        "new/memu.db", "rw-------",
                        "new/memu.db.migrate.lock", "rw-------",
                        "new/h2/memu.mv.db", "rw-------",
                        "new/h2/memu.migrate.lock", "rw-------"));
    }

    private Map<String, String> permissions() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(path -> !path.equals(folder))::iterator) {
                found.put(
                        folder.relativize(path).toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
        }
        return found;
    }
}
