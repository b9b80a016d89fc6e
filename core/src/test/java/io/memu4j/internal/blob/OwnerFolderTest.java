package io.memu4j.internal.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobFile;
import io.memu4j.spi.blob.BlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which database a folder of copies belongs to, by marks beside it; and what is left when the writing of one was killed. */
class OwnerFolderTest {
    private static final MemoryScope ALICE = new MemoryScope("alice", "a");
    private static final String NAME = "0190c0de-0000-7000-8000-000000000001";

    @TempDir
    Path folder;

    private Path marks;
    private Path old;
    private Path fresh;

    @BeforeEach
    void leaveDrafts() throws IOException {
        marks = Files.createDirectories(folder.resolve("resources.databases"));
        old = draft("0123456789abcdef", Instant.now().minus(Duration.ofHours(1)));
        fresh = draft("fedcba9876543210", Instant.now());
    }

    private Path draft(String name, Instant changed) throws IOException {
        Path draft = marks.resolve("." + name + ".0190c0de-0000-7000-8000-000000000001.tmp");
        Files.writeString(draft, "mem");
        return Files.setLastModifiedTime(draft, FileTime.from(changed));
    }

    @Test
    void drafts_of_marks_are_shown_and_can_be_deleted_and_are_no_databases() {
        BlobStore store = new FolderBlobStore(owners(), Clock.systemUTC());
        List<BlobFile> shown = new ArrayList<>();
        store.files(shown::add);

        assertThat(shown).extracting(BlobFile::draft).containsExactly(true, true);
        BlobFile found = shown.stream()
                .filter(file -> file.key().endsWith(old.getFileName().toString()))
                .findFirst()
                .orElseThrow();
        store.delete(found);
        assertThat(marks).isDirectoryContaining(fresh::equals).isDirectoryNotContaining(old::equals);
    }

    @Test
    void the_next_process_that_keeps_a_copy_deletes_those_that_are_old() throws IOException {
        new FolderBlobStore(owners(), Clock.systemUTC()).put(ALICE, NAME, new byte[] {1});

        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        Files.setLastModifiedTime(fresh, FileTime.from(Instant.EPOCH.plusSeconds(1)));
        new FolderBlobStore(owners(), Clock.systemUTC()).put(ALICE, NAME, new byte[] {2});
        assertThat(fresh).doesNotExist();
        assertThat(marks.toFile().list()).hasSize(1);
    }

    @Test
    void no_file_but_a_draft_is_deleted_beside_the_folder() throws IOException {
        BlobStore store = new FolderBlobStore(owners(), Clock.systemUTC());
        store.put(ALICE, NAME, new byte[] {1});
        Path mark = marks.resolve(marks.toFile().list((in, name) -> !name.startsWith("."))[0]);
        Path other = Files.writeString(folder.resolve(".other.tmp"), "x");

        for (Path file : List.of(mark, other)) {
            String key = folder.relativize(file).toString();
            store.delete(new BlobFile(key, 1, Instant.EPOCH, true));
            store.delete(new BlobFile("../" + key, 1, Instant.EPOCH, true));
            assertThat(file).exists();
        }
    }

    @Test
    void a_database_that_was_moved_with_or_without_its_folder_keeps_its_copies() throws IOException {
        Path file = Files.createFile(folder.resolve("memu.db"));
        owners().mark(Instant.now());
        assertThat(owners().isOfAnother()).isFalse();

        Path moved = Files.move(file, folder.resolve("renamed.db"));
        OwnerFolder renamed = TestOwner.ofFile(folder.resolve("resources"), TestOwner.ID, moved);
        assertThat(renamed.isOfAnother()).isFalse();
        renamed.mark(Instant.now());
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), moved);
        assertThat(TestOwner.ofFile(folder.resolve("resources"), TestOwner.ID, link)
                        .isOfAnother())
                .isFalse();
    }

    @Test
    void a_database_beside_the_one_it_was_copied_from_does_not_own_its_copies() throws IOException {
        Path file = Files.createFile(folder.resolve("memu.db"));
        owners().mark(Instant.now());
        Path copied = Files.copy(file, folder.resolve("copied.db"));

        assertThat(TestOwner.ofFile(folder.resolve("resources"), TestOwner.ID, copied)
                        .isOfAnother())
                .isTrue();
        assertThat(owners().isOfAnother()).isFalse();
    }

    @Test
    void a_renamed_database_stays_the_same_when_a_new_one_took_its_place() throws IOException {
        Path file = Files.createFile(folder.resolve("memu.db"));
        owners().mark(Instant.now());
        Path renamed = Files.move(file, folder.resolve("renamed.db"));
        Files.createFile(file);
        TestOwner.ofFile(folder.resolve("resources"), "f".repeat(32), file).mark(Instant.now());

        assertThat(TestOwner.ofFile(folder.resolve("resources"), TestOwner.ID, renamed)
                        .isOfAnother())
                .isFalse();
    }

    @Test
    void what_root_keeps_belongs_to_the_owner_of_the_folder() throws IOException {
        Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "needs the rights to give files away");
        UserPrincipal service =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(folder, service);
        BlobStore store = new FolderBlobStore(owners(), Clock.systemUTC());
        String key = store.put(ALICE, NAME, new byte[] {1});
        assertThat(store.sweep(() -> {})).isTrue();

        Path copies = folder.resolve("resources").resolve(TestOwner.ID);
        for (Path made :
                List.of(copies, copies.resolve(key), folder.resolve("resources"), folder.resolve("resources.lock"))) {
            assertThat(Files.getOwner(made)).as(made.toString()).isEqualTo(service);
        }
    }

    private OwnerFolder owners() {
        return TestOwner.ofFile(folder.resolve("resources"), TestOwner.ID, folder.resolve("memu.db"));
    }
}
