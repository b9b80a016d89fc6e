package io.memu4j.internal.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.error.InvalidInputException;
import io.memu4j.error.ResourceAccessException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFetcherTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("notes.txt"), "0123456789");
    }

    @Test
    void a_file_of_exactly_the_limit_is_read() {
        assertThat(new FileFetcher(10).fetch(file).bytes()).hasSize(10);
        assertThatThrownBy(() -> new FileFetcher(9).fetch(file)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_file_that_grows_shrinks_or_goes_meanwhile_is_refused() {
        changes(() -> Files.writeString(file, "more", StandardOpenOption.APPEND), "changed while it was read");
        changes(() -> Files.writeString(file, "0"), "changed while it was read");
        changes(() -> Files.delete(file), "does not exist");
    }

    @Test
    void a_file_that_is_replaced_by_one_of_the_same_length_is_refused() {
        changes(
                () -> {
                    Path other = Files.writeString(
                            folder.resolve("other"), "abcdefghijabcd".substring(0, (int) Files.size(file)));
                    Files.setLastModifiedTime(other, FileTime.fromMillis(1_000));
                    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
                },
                "changed while it was read");
    }

    @Test
    void a_file_that_grows_beyond_the_limit_is_not_read_to_its_end() throws IOException {
        FileFetcher fetcher = new FileFetcher(20, () -> {
            try (var large = new RandomAccessFile(file.toFile(), "rw")) {
                large.setLength(8L << 30);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThatThrownBy(() -> fetcher.fetch(file)).isInstanceOf(ResourceAccessException.class);
    }

    private void changes(Change change, String words) {
        FileFetcher fetcher = new FileFetcher(100, () -> {
            try {
                change.make();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThatThrownBy(() -> fetcher.fetch(file))
                .isInstanceOf(ResourceAccessException.class)
                .hasMessageContaining(words);
    }

    private interface Change {
        void make() throws IOException;
    }
}
