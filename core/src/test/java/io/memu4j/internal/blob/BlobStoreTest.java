package io.memu4j.internal.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.InvalidInputException;
import io.memu4j.error.NotFoundException;
import io.memu4j.error.StoreException;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobFile;
import io.memu4j.spi.blob.BlobStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BlobStoreTest {
    private static final MemoryScope ALICE = new MemoryScope("alice", "a");
    private static final MemoryScope BOB = new MemoryScope("bob", "a");
    private static final String NAME = "0190c0de-0000-7000-8000-000000000001";

    @TempDir
    Path folder;

    enum Place {
        FOLDER,
        MEMORY
    }

    @ParameterizedTest
    @EnumSource
    void a_copy_is_read_back_and_gone_once_deleted(Place place) {
        BlobStore store = open(place);
        String key = store.put(ALICE, NAME, new byte[] {1, 2, 3});

        assertThat(key).isEqualTo(ALICE.longHash() + "/" + NAME);
        assertThat(store.get(ALICE, key)).containsExactly(1, 2, 3);
        store.put(ALICE, NAME, new byte[] {4});
        assertThat(store.get(ALICE, key)).containsExactly(4);
        store.delete(ALICE, key);
        store.delete(ALICE, key);
        assertThatThrownBy(() -> store.get(ALICE, key)).isInstanceOf(NotFoundException.class);
    }

    @ParameterizedTest
    @EnumSource
    void two_scopes_never_meet_under_one_name(Place place) {
        BlobStore store = open(place);
        String alices = store.put(ALICE, NAME, new byte[] {1});
        String bobs = store.put(BOB, NAME, new byte[] {2});

        assertThat(alices).isNotEqualTo(bobs);
        assertThatThrownBy(() -> store.get(BOB, alices)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> store.delete(BOB, alices)).isInstanceOf(InvalidInputException.class);
        assertThat(store.get(ALICE, alices)).containsExactly(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_leads_elsewhere_is_refused(Place place) {
        BlobStore store = open(place);
        String scope = ALICE.longHash() + "/";

        for (String key : List.of(
                "",
                "/etc/passwd",
                "../x",
                scope,
                scope + "..",
                scope + "../" + BOB.longHash() + "/" + NAME,
                scope + "a/b",
                scope + "a\\b",
                scope + "a\0",
                scope + "-rf",
                scope + ".a.tmp",
                scope + "A",
                "C:\\x")) {
            assertThatThrownBy(() -> store.get(ALICE, key)).as(key).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> store.delete(ALICE, key)).as(key).isInstanceOf(InvalidInputException.class);
        }
        for (String name : List.of("", "..", "a/b", "\u00e4", "g", "a".repeat(101))) {
            assertThatThrownBy(() -> store.put(ALICE, name, new byte[1])).isInstanceOf(InvalidInputException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_copy_tells_when_it_was_kept(Place place) {
        BlobStore store = open(place);
        Instant before = Instant.now().minusSeconds(5); // some file systems count whole seconds
        store.put(ALICE, NAME, new byte[] {1, 2, 3});

        List<BlobFile> files = new ArrayList<>();
        store.files(files::add);

        assertThat(files).hasSize(1);
        assertThat(files.get(0).bytes()).isEqualTo(3);
        assertThat(files.get(0).changed()).isBetween(before, Instant.now().plusSeconds(5));
    }

    @Test
    void the_folder_holds_whole_copies_alone_that_only_the_owner_reads() throws IOException {
        BlobStore store = new FolderBlobStore(TestOwner.in(folder.resolve("made/later")), Clock.systemUTC());
        assertThat(folder.resolve("made")).doesNotExist();

        String key = store.put(ALICE, NAME, new byte[100_000]);

        Path copy = folder.resolve("made/later").resolve(TestOwner.ID).resolve(key);
        assertThat(copy).hasSize(100_000);
        try (Stream<Path> files = Files.list(copy.getParent())) {
            assertThat(files).containsExactly(copy);
        }
        Assumptions.assumeTrue(
                copy.getFileSystem().supportedFileAttributeViews().contains("posix"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void a_failed_put_leaves_no_draft_and_is_one_clear_line() throws IOException {
        Path root = folder.resolve("root").resolve(TestOwner.ID);
        Files.createDirectories(root.resolve(ALICE.longHash()).resolve(NAME).resolve("in-the-way"));
        BlobStore store = new FolderBlobStore(TestOwner.in(folder.resolve("root")), Clock.systemUTC());

        assertThatThrownBy(() -> store.put(ALICE, NAME, new byte[1]))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be kept");
        try (Stream<Path> files = Files.list(root.resolve(ALICE.longHash()))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void copies_are_kept_while_their_empty_folder_is_tidied_away_again_and_again() throws Exception {
        BlobStore store = new FolderBlobStore(TestOwner.in(folder.resolve("root")), Clock.systemUTC());
        AtomicBoolean stop = new AtomicBoolean();
        Thread tidying = new Thread(() -> {
            while (!stop.get()) {
                store.tidy(ALICE);
            }
        });
        tidying.start();
        try {
            for (int n = 0; n < 300; n++) {
                String key = store.put(ALICE, NAME, new byte[] {1});
                assertThat(store.get(ALICE, key)).hasSize(1);
                store.delete(ALICE, key);
            }
        } finally {
            stop.set(true);
            tidying.join();
        }
    }

    @Test
    void copies_are_kept_while_another_process_tidies_their_empty_folder() throws Exception {
        BlobStore store = new FolderBlobStore(TestOwner.in(folder.resolve("root")), Clock.systemUTC());
        BlobStore other = new FolderBlobStore(TestOwner.in(folder.resolve("root")), Clock.systemUTC());
        ExecutorService tidying = Executors.newSingleThreadExecutor();
        try {
            for (int n = 0; n < 300; n++) {
                Future<?> tidied = tidying.submit(() -> other.tidy(ALICE));
                String key = store.put(ALICE, NAME, new byte[] {1});
                assertThat(store.get(ALICE, key)).hasSize(1);
                store.delete(ALICE, key);
                tidied.get();
            }
        } finally {
            tidying.shutdown();
        }
    }

    @Test
    void a_link_in_the_place_of_a_copy_is_not_followed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path scope = Files.createDirectories(
                folder.resolve("root").resolve(TestOwner.ID).resolve(ALICE.longHash()));
        Files.createSymbolicLink(scope.resolve(NAME), secret);
        BlobStore store = new FolderBlobStore(TestOwner.in(folder.resolve("root")), Clock.systemUTC());

        assertThatThrownBy(() -> store.get(ALICE, ALICE.longHash() + "/" + NAME))
                .isInstanceOf(StoreException.class);
    }

    private BlobStore open(Place place) {
        return place == Place.FOLDER
                ? new FolderBlobStore(TestOwner.in(folder), Clock.systemUTC())
                : new MemoryBlobStore(Clock.systemUTC());
    }
}
