package io.memu4j.store.jpa.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFileTest {
    private static final long PLENTY = 1L << 40;

    @TempDir
    Path root;

    private Path file;

    @BeforeEach
    void create() throws IOException {
        file = Files.writeString(Files.createDirectory(root.resolve("data")).resolve("memu.db"), "x");
    }

    @Test
    void a_full_disk_is_named_with_what_is_left_and_what_is_needed() throws IOException {
        assertThat(files().disk(new Disk("ext4", PLENTY))).isEmpty();
        assertThat(files().disk(new Disk("ext4", 7L << 20)))
                .singleElement()
                .matches(finding -> finding.area() == Area.DISK)
                .matches(finding -> finding.problem().contains("7 MB left"))
                .matches(finding -> finding.remedy().contains("100 MB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "CIFS", "smb2", "9p", "fuse.sshfs"})
    void a_network_file_system_is_named(String type) throws IOException {
        assertThat(files().disk(new Disk(type, PLENTY)))
                .singleElement()
                .matches(finding -> finding.problem().contains("network file system (" + type + ")"))
                .matches(finding -> finding.remedy().contains("local disk"));
    }

    @Test
    void what_was_left_by_a_backup_an_export_or_a_compaction_is_named_wherever_it_is_likely_to_be() throws IOException {
        assertThat(problems()).isEmpty();
        String id = UUID.randomUUID().toString();
        Path beside = Files.createDirectories(root.resolve("backups/.monday." + id + ".partial"));
        Path within = Files.createDirectories(root.resolve("data/safe/.tuesday." + id + ".partial"));
        Path same = Files.createDirectories(root.resolve("data/.wednesday." + id + ".partial"));
        Path restore = Files.createDirectories(root.resolve("data/.memu-restore." + id + ".partial"));
        Path export = Files.writeString(root.resolve("data/.ana.jsonl." + id + ".tmp"), "");
        Path exportWithin = Files.writeString(root.resolve("data/safe/.ana.jsonl." + id + ".tmp"), "");
        Path exportBeside = Files.writeString(root.resolve("backups/.ana.jsonl." + id + ".tmp"), "");
        Files.writeString(
                Files.createDirectory(root.resolve("data/resources.databases")).resolve(".ab12." + id + ".tmp"), "");
        Path compaction = Files.writeString(root.resolve("data/memu.db.tempFile"), "");
        Files.writeString(root.resolve("data/notes.tmp"), "of somebody else");
        Files.createDirectories(root.resolve("elsewhere/.monday." + id + ".partial"));

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "The folder " + beside + " is of a backup that did not end.",
                        "The folder " + within + " is of a backup that did not end.",
                        "The folder " + same + " is of a backup that did not end.",
                        "The folder " + restore + " is of a restore that did not end.",
                        "The file " + export + " is of an export that did not end.",
                        "The file " + exportWithin + " is of an export that did not end.",
                        "The file " + exportBeside + " is of an export that did not end.",
                        "The file " + compaction + " was left by maintenance that did not end.");
    }

    private List<String> problems() {
        return new Leftovers(file).findings().stream().map(Finding::problem).toList();
    }

    private DatabaseFile files() {
        return new DatabaseFile(file, List.of(""));
    }

    /** A disk of that type with so much room. */
    private static final class Disk extends FileStore {
        private final String type;
        private final long room;

        Disk(String type, long room) {
            this.type = type;
            this.room = room;
        }

        @Override
        public String name() {
            return "disk";
        }

        @Override
        public String type() {
            return type;
        }

        @Override
        public boolean isReadOnly() {
            return false;
        }

        @Override
        public long getTotalSpace() {
            return room;
        }

        @Override
        public long getUsableSpace() {
            return room;
        }

        @Override
        public long getUnallocatedSpace() {
            return room;
        }

        @Override
        public boolean supportsFileAttributeView(Class<? extends FileAttributeView> view) {
            return false;
        }

        @Override
        public boolean supportsFileAttributeView(String name) {
            return false;
        }

        @Override
        public <V extends FileStoreAttributeView> V getFileStoreAttributeView(Class<V> view) {
            return null;
        }

        @Override
        public Object getAttribute(String attribute) {
            throw new UnsupportedOperationException();
        }
    }
}
