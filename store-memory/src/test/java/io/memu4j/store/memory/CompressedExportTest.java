package io.memu4j.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.memu4j.MemoryService;
import io.memu4j.error.InvalidInputException;
import io.memu4j.memory.NewItem;
import io.memu4j.model.MemoryType;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ImportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressed exports that were cut off or damaged. */
class CompressedExportTest extends SpoiledExport {
    private static final int TRIES = 60;

    /** More than an import writes at once. */
    private static final int ITEMS = 700;

    /** The checksum and the length at the end of a compressed file, which the last line of the export makes superfluous. */
    private static final int TRAILER = 8;

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private Path file;
    private byte[] zipped;

    @BeforeEach
    void compress() throws IOException {
        MemoryService ana = memu.service("ana", "agent");
        for (int n = 0; n < ITEMS; n++) {
            ana.items().create(NewItem.of(MemoryType.KNOWLEDGE, "The key number " + n + " fits."));
        }
        whole = ana.counts();
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        memu.transfer().exportTo(export, ExportOptions.all());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            export.writeTo(out);
        }
        zipped = bytes.toByteArray();
        file = folder.resolve("export.jsonl.gz");
    }

    @Test
    void a_cut_anywhere_is_refused_before_anything_is_written() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int length = random.nextInt(zipped.length - TRAILER);
            Files.write(file, Arrays.copyOf(zipped, length));
            MemoryService target = nextUser();

            assertThatThrownBy(() -> importFile(target, ImportOptions.DEFAULT))
                    .as("%s bytes of %s", length, zipped.length)
                    .isInstanceOf(InvalidInputException.class);
            assertThat(target.counts().isEmpty()).isTrue();
        }
    }

    @Test
    void what_is_whole_before_a_cut_is_taken_when_asked_for_and_the_whole_file_does_the_rest() throws IOException {
        int taken = 0;
        for (int i = 0; i < TRIES; i++) {
            int length = random.nextInt(zipped.length);
            Files.write(file, Arrays.copyOf(zipped, length));
            MemoryService target = nextUser();

            Throwable failure = catchThrowable(() -> importFile(target, ImportOptions.DEFAULT.takingWhatIsWhole()));

            if (failure != null) {
                assertThat(failure).as("%s bytes", length).isInstanceOf(InvalidInputException.class);
            }
            requireWhole(target);
            taken += target.counts().isEmpty() ? 0 : 1;
            Files.write(file, zipped);
            importFile(target, ImportOptions.DEFAULT);
            assertThat(target.counts()).as("%s bytes", length).isEqualTo(whole);
        }
        assertThat(taken).isGreaterThan(TRIES / 3);
    }

    @Test
    void a_changed_byte_anywhere_is_refused_or_of_no_account() throws IOException {
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] changed = zipped.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            MemoryService target = nextUser();

            Throwable failure = catchThrowable(() -> importFile(target, ImportOptions.DEFAULT));

            if (failure == null) {
                // The time and the name that a compressed file has in its header; what follows its last line.
                assertThat(at < 10 || at >= changed.length - TRAILER - 1)
                        .as("byte %s of %s", at, changed.length)
                        .isTrue();
                assertThat(target.counts()).isEqualTo(whole);
            } else {
                assertThat(failure).as("byte %s", at).isInstanceOf(InvalidInputException.class);
                assertThat(target.counts().isEmpty()).isTrue();
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(TRIES / 2);
    }

    private void importFile(MemoryService target, ImportOptions options) {
        memu.transfer().importFrom(file, options.withUser(target.scope().userId()));
    }
}
