package io.memu4j.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.admin.BackupKey;
import io.memu4j.admin.BackupReport.Signature;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.StoreException;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.RowsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupFolderTest {
    private static final int CORRUPTIONS = Integer.getInteger("memu4j.corruptions", 1_000);
    private static final Instant NOW = Instant.parse("2026-05-04T10:15:30Z");
    private static final MemoryScope ANA = new MemoryScope("ana", "helper");
    private static final RowsFile ROWS =
            new RowsFile("memu.db", "sqlite", "sqlite", 1, 1, new TreeMap<>(Map.of("memu_items", 3L)));

    @TempDir
    Path folder;

    private Path backup;

    @BeforeEach
    void write() throws IOException {
        backup = folder.resolve("backup");
        try (BackupWriter writer = BackupWriter.begin(backup)) {
            Files.write(writer.database().resolve("memu.db"), bytes(20_000));
            for (String key : List.of("ab12/0190-1", "ab12/0190-2", "cd34/0190-1")) {
                writer.add(ANA, key, bytes(500));
            }
            writer.add(ANA, "cd34/empty", new byte[0]);
            writer.addMissing();
            writer.complete(ROWS, NOW, "1.2.3", null);
        }
    }

    @Test
    void a_whole_backup_says_what_it_holds() {
        BackupManifest manifest = BackupReader.open(backup, null).manifest();

        assertThat(manifest.snapshot()).isEqualTo(ROWS);
        assertThat(manifest.createdAt()).isEqualTo(NOW);
        assertThat(manifest.version()).isEqualTo("1.2.3");
        assertThat(manifest.files()).isEqualTo(4);
        assertThat(manifest.missingFiles()).isEqualTo(1);
        assertThat(BackupReader.open(backup, null).file("cd34/empty"))
                .hasValueSatisfying(file -> assertThat(file).isEmpty());
    }

    @Test
    void every_changed_byte_is_detected_wherever_it_is() throws IOException {
        Random random = new Random(4);
        List<Path> files =
                files().stream().filter(file -> file.toFile().length() > 0).toList();
        int detected = 0;
        for (int n = 0; n < CORRUPTIONS; n++) {
            Path file = files.get(n % files.size());
            byte[] content = Files.readAllBytes(file);
            byte[] changed = content.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, changed);
            try {
                BackupReader.open(backup, null);
            } catch (StoreException e) {
                detected++;
            }
            Files.write(file, content);
        }
        assertThat(detected).isEqualTo(CORRUPTIONS);
        assertThatCode(() -> BackupReader.open(backup, null)).doesNotThrowAnyException();
    }

    @Test
    void every_single_byte_of_the_manifest_and_its_checksum_counts() throws IOException {
        for (String name : List.of(BackupLayout.MANIFEST, BackupLayout.MANIFEST_SUM)) {
            Path file = backup.resolve(name);
            byte[] content = Files.readAllBytes(file);
            for (int at = 0; at < content.length; at++) {
                byte[] changed = content.clone();
                changed[at] ^= 0x20;
                Files.write(file, changed);
                assertThatThrownBy(() -> BackupReader.open(backup, null)).isInstanceOf(StoreException.class);
            }
            Files.write(file, content);
        }
    }

    @Test
    void missing_added_shortened_and_lengthened_files_are_detected() throws IOException {
        for (Path file : files()) {
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            assertDamaged();
            Files.write(file, Arrays.copyOf(content, content.length + 1));
            assertDamaged();
            if (content.length > 0) {
                Files.write(file, Arrays.copyOf(content, content.length - 1));
                assertDamaged();
            }
            Files.write(file, content);
        }
        for (String added : List.of("files/ab12/more", "database/memu.db-wal", "more.txt")) {
            Files.write(backup.resolve(added), new byte[] {1});
            assertDamaged();
            Files.delete(backup.resolve(added));
        }
        assertThatCode(() -> BackupReader.open(backup, null)).doesNotThrowAnyException();
    }

    @Test
    void files_that_others_leave_in_every_folder_are_named_and_no_damage() throws IOException {
        Files.createDirectories(backup.resolve("files/@eaDir/x"));
        for (String stray : List.of(".DS_Store", "files/ab12/._0190-1", "files/@eaDir/x/y", "database/.nfs000a1")) {
            Files.write(backup.resolve(stray), new byte[] {1});
        }
        assertThat(BackupReader.open(backup, null).strayFiles())
                .containsExactly(".DS_Store", "database/.nfs000a1", "files/@eaDir/x/y", "files/ab12/._0190-1");

        Files.write(backup.resolve("files/DS_Store"), new byte[] {1});
        assertDamaged();
    }

    @Test
    void a_backup_is_read_through_a_link_and_no_file_in_it_may_be_one() throws IOException {
        Path latest = Files.createSymbolicLink(folder.resolve("latest"), backup);
        assertThat(BackupReader.open(latest, null).manifest().files()).isEqualTo(4);

        Path file = backup.resolve("files/cd34/empty");
        Files.delete(file);
        Files.createSymbolicLink(file, Files.createFile(folder.resolve("elsewhere")));
        assertDamaged();
    }

    @Test
    void with_a_key_only_a_backup_signed_with_it_is_taken() throws IOException {
        BackupKey key = BackupKey.of(bytes(40));
        assertThat(BackupReader.open(backup, null).signature()).isEqualTo(Signature.NONE);
        assertThatThrownBy(() -> BackupReader.open(backup, key))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is not signed");

        Path signed = folder.resolve("signed");
        try (BackupWriter writer = BackupWriter.begin(signed)) {
            Files.write(writer.database().resolve("memu.db"), bytes(10));
            writer.complete(ROWS, NOW, "1", key);
        }
        assertThat(BackupReader.open(signed, key).signature()).isEqualTo(Signature.VERIFIED);
        assertThat(BackupReader.open(signed, null).signature()).isEqualTo(Signature.UNCHECKED);
        assertThatThrownBy(() -> BackupReader.open(signed, BackupKey.of(bytes(41))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("was not signed with the key");
        for (String name : List.of("manifest.json.hmac", "manifest.json")) {
            byte[] content = Files.readAllBytes(signed.resolve(name));
            byte[] changed = content.clone();
            changed[3] ^= 1;
            Files.write(signed.resolve(name), changed);
            assertThatThrownBy(() -> BackupReader.open(signed, key))
                    .hasMessageContaining("was not signed with the key");
            Files.write(signed.resolve(name), content);
        }
    }

    @Test
    void a_key_is_long_and_shown_nowhere() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), " 0123456789abcdef0123456789abcdef\r\n");
        assertThat(BackupKey.read(file))
                .isEqualTo(BackupKey.of("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)));
        assertThat(BackupKey.read(file).toString()).doesNotContain("0123");
        Files.writeString(file, "short");
        assertThatThrownBy(() -> BackupKey.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("has 5 bytes");
        assertThatThrownBy(() -> BackupKey.read(folder)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void an_unfinished_backup_leaves_nothing() throws IOException {
        Path unfinished = folder.resolve("unfinished");
        try (BackupWriter writer = BackupWriter.begin(unfinished)) {
            writer.add(ANA, "ab12/0190-1", bytes(10));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(backup);
        }
    }

    @Test
    void a_folder_that_is_taken_is_not_overwritten_even_when_it_is_taken_meanwhile() throws IOException {
        assertThatThrownBy(() -> BackupWriter.begin(backup)).isInstanceOf(InvalidInputException.class);
        Path late = folder.resolve("late");
        try (BackupWriter writer = BackupWriter.begin(late)) {
            Files.write(writer.database().resolve("memu.db"), bytes(10));
            Files.createDirectories(late);
            Files.write(late.resolve("precious"), bytes(1));
            assertThatThrownBy(() -> writer.complete(ROWS, NOW, "1", null)).isInstanceOf(InvalidInputException.class);
        }
        assertThat(late.resolve("precious")).exists();
    }

    @Test
    void a_key_that_is_no_path_is_refused() {
        try (BackupWriter writer = BackupWriter.begin(folder.resolve("other"))) {
            for (String key : List.of("../x", "/etc/x", "a/../../x", "a\\..\\x", "")) {
                assertThatThrownBy(() -> writer.add(ANA, key, bytes(1))).isInstanceOf(StoreException.class);
            }
        }
    }

    @Test
    void a_later_format_is_refused_with_the_remedy() throws IOException {
        changeManifest("\"format\" : 1", "\"format\" : 2");

        assertThatThrownBy(() -> BackupReader.open(backup, null)).hasMessageContaining("newer version of memu4j");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            "files" : 4                      | "files" : 5
            "files" : 4                      | "files" : -4
            "files" : 4                      | "files" : "4"
            "missing_files" : 1              | "missing_files" : null
            "memu_items" : 3                 | "memu_items" : "3"
            "schema_version" : 1             | "schema_version" : 1e30
            "source" : "sqlite"              | "source" : 1
            "file" : "database/memu.db"      | "file" : 1
            "file" : "database/memu.db"      | "file" : "x"
            "file" : "database/memu.db"      | "file" : "database/../../memu.db"
            "file" : "database/memu.db"      | "file" : "files/ab12/0190-1"
            "created_at" : "2026-05-04T10:15:30Z" | "created_at" : "yesterday"
            "created_at" : "2026-05-04T10:15:30Z" | "created_at" : 1
            """)
    void a_manifest_that_lies_is_damage_even_with_the_right_checksum(String truth, String lie) throws IOException {
        changeManifest(truth, lie);

        assertDamaged();
    }

    private void changeManifest(String what, String to) throws IOException {
        Path manifest = backup.resolve(BackupLayout.MANIFEST);
        String before = Files.readString(manifest);
        assertThat(before).contains(what);
        byte[] changed = before.replace(what, to).getBytes(StandardCharsets.UTF_8);
        Files.write(manifest, changed);
        Files.write(backup.resolve(BackupLayout.MANIFEST_SUM), BackupWriter.sumLine(changed));
    }

    private void assertDamaged() {
        assertThatThrownBy(() -> BackupReader.open(backup, null))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("damaged or incomplete");
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(backup)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
