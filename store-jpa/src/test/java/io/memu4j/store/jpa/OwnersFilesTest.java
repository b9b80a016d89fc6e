package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.doctor.Finding;
import io.memu4j.error.MemoryException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.transfer.ExportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No user of the machine but the owner can open what memory keeps in files. */
class OwnersFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void posix() throws IOException {
        Assumptions.assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2"})
    void everything_that_is_created_is_the_owners_alone(DatabaseConfig.Kind kind) throws Exception {
        Path source =
                Files.writeString(Files.createDirectory(folder.resolve("input")).resolve("notes.txt"), "Ana moved.");
        Path data = folder.resolve("new/data");
        try (MemoryServiceFactory memu = open(kind, data.resolve("memu"))) {
            memu.service("ana", "agent").memorize(MemorizeRequest.file(source));
            memu.admin().backup(folder.resolve("backups/monday"));

            memu.transfer().exportTo(folder.resolve("ana.jsonl"), ExportOptions.all());
            assertThat(openToOthers()).isEmpty();
            memu.admin().eraseUser("ana");
            memu.admin().purge();
            assertThat(openToOthers()).isEmpty();
        }
        assertThat(openToOthers()).isEmpty();
        assertThat(permissions(folder)).as("it existed before").isEqualTo("rwxr-xr-x");
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2"})
    void looser_files_are_reported_and_mended(DatabaseConfig.Kind kind) throws Exception {
        try (MemoryServiceFactory memu = open(kind, folder.resolve("memu"))) {
            memu.service("ana", "agent").memorize(MemorizeRequest.text("chat", "I live in Porto."));
            Path file = kind == DatabaseConfig.Kind.H2 ? folder.resolve("memu.mv.db") : folder.resolve("memu");
            Path lock = folder.resolve("memu.migrate.lock");
            for (Path loose : List.of(file, lock)) {
                Files.setPosixFilePermissions(loose, PosixFilePermissions.fromString("rw-r-----"));
            }
            assertThat(memu.admin().doctor(false).findings()).singleElement().satisfies(finding -> assertThat(
                            finding.problem())
                    .contains(file.toString())
                    .contains(lock.toString())
                    .contains("Other users"));
            assertThat(permissions(file)).isEqualTo("rw-r-----");
            assertThat(memu.admin().doctor(true).findings()).singleElement().matches(Finding::fixed);
            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(memu.admin().doctor(false).findings()).isEmpty();
        }
    }

    @Test
    void a_database_that_cannot_be_opened_leaves_no_empty_file() {
        DatabaseConfig wrong =
                DatabaseConfig.trustedJdbc("jdbc:h2:file:" + folder.resolve("memu") + ";NO_SUCH_SETTING=1");
        assertThatThrownBy(() -> JpaMemoryStore.open(wrong, java.time.Clock.systemUTC()))
                .isInstanceOf(MemoryException.class);
        assertThat(folder.resolve("memu.mv.db")).doesNotExist();
    }

    private static MemoryServiceFactory open(DatabaseConfig.Kind kind, Path file) {
        DatabaseConfig config = kind == DatabaseConfig.Kind.H2 ? DatabaseConfig.h2(file) : DatabaseConfig.sqlite(file);
        return MemoryServiceFactory.builder()
                .database(config)
                .llm(LlmConfig.none())
                .build();
    }

    /** What others may open by itself, whatever the folder above allows. */
    private Map<String, String> openToOthers() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                boolean others = Files.getPosixFilePermissions(path).stream()
                        .anyMatch(permission -> !permission.name().startsWith("OWNER"));
                if (others && !path.equals(folder) && !path.startsWith(folder.resolve("input"))) {
                    found.put(folder.relativize(path).toString(), permissions(path));
                }
            }
        }
        return found;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
