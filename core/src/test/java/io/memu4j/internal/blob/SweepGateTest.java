package io.memu4j.internal.blob;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.internal.write.LockProbe;
import io.memu4j.spi.blob.BlobHold;
import io.memu4j.spi.blob.BlobStore;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepGateTest {
    @TempDir
    Path folder;

    @Test
    void nothing_is_swept_while_copies_are_held_by_another_object_on_the_same_place() {
        Path root = folder.resolve("resources");
        for (List<BlobStore> places : List.of(
                List.<BlobStore>of(
                        new FolderBlobStore(TestOwner.in(root), Clock.systemUTC()),
                        new FolderBlobStore(TestOwner.in(root), Clock.systemUTC())),
                oneInMemory())) {
            AtomicInteger swept = new AtomicInteger();
            BlobHold hold = places.get(0).hold();
            assertThat(places.get(1).sweep(swept::incrementAndGet)).isFalse();
            hold.close();
            hold.close();
            assertThat(places.get(1).sweep(swept::incrementAndGet)).isTrue();
            assertThat(swept).hasValue(1);
        }
    }

    @Test
    void sweeps_go_on_beside_each_other_and_a_hold_waits_for_them() {
        BlobStore place = new FolderBlobStore(TestOwner.in(folder.resolve("resources")), Clock.systemUTC());
        CompletableFuture<BlobHold> hold = new CompletableFuture<>();
        Thread holder = new Thread(() -> hold.complete(place.hold()));
        assertThat(place.sweep(() -> {
                    assertThat(place.sweep(() -> {})).isTrue();
                    holder.start();
                    assertThat(hold).isNotDone();
                }))
                .isTrue();
        hold.join().close();
    }

    @Test
    void a_failed_sweep_lets_go() {
        BlobStore place = new FolderBlobStore(TestOwner.in(folder.resolve("resources")), Clock.systemUTC());
        try {
            place.sweep(() -> {
                throw new IllegalStateException("disk");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("disk");
        }
        place.hold().close();
    }

    @Test
    void the_lock_is_one_on_a_file_that_other_processes_see() throws Exception {
        Path root = folder.resolve("resources");
        BlobStore place = new FolderBlobStore(TestOwner.in(root), Clock.systemUTC());
        place.hold().close();
        try (FileChannel other = FileChannel.open(
                        folder.resolve("resources.lock"), StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(place.sweep(() -> {})).isFalse();
        }
        assertThat(place.sweep(() -> {})).isTrue();
    }

    /** Two applications in one server have this class twice, and one table of locks. */
    @Test
    void a_lock_of_another_class_loader_is_respected_and_outlives_the_trying() throws Exception {
        Path file = folder.resolve("resources.lock");
        BlobStore place = new FolderBlobStore(TestOwner.in(folder.resolve("resources")), Clock.systemUTC());
        try (FileChannel other = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock held = other.lock()) {
            assertThat(held.isValid()).isTrue();
            assertThat(place.sweep(() -> {})).isFalse();
            assertThat(LockProbe.isFree(file)).as("the other's lock").isFalse();
        }
        assertThat(place.sweep(() -> {})).isTrue();
    }

    @Test
    void a_lock_file_that_was_deleted_is_made_anew_and_locked() throws Exception {
        Path file = folder.resolve("resources.lock");
        BlobStore place = new FolderBlobStore(TestOwner.in(folder.resolve("resources")), Clock.systemUTC());
        place.hold().close();
        Files.delete(file);
        try (BlobHold hold = place.hold()) {
            assertThat(LockProbe.isFree(file)).isFalse();
            hold.close();
            assertThat(LockProbe.isFree(file)).isTrue();
        }
    }

    private static List<BlobStore> oneInMemory() {
        BlobStore place = new MemoryBlobStore(Clock.systemUTC());
        return List.of(place, place);
    }
}
