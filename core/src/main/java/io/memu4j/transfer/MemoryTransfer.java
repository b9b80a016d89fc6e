package io.memu4j.transfer;

import io.memu4j.error.InvalidInputException;
import io.memu4j.error.StoreException;
import io.memu4j.model.IdSource;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.llm.EmbeddingModel;
import io.memu4j.spi.store.MemoryStore;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes memory out of a database and into another one; got from a factory. Thread-safe. What is held in the heap does not grow with the
 * database: a page of rows, or one resource.
 *
 * <p>An export is one state of the database, while writers go on. An import writes batch by batch, each in one transaction, a resource
 * always with all its passages; it may be repeated and resumed, and never overwrites what is there. Its format is described in
 * {@code docs/export-format.md}.
 */
public final class MemoryTransfer {
    private final MemoryStore store;
    private final Optional<BlobStore> blobs;
    private final @Nullable EmbeddingModel model;
    private final IdSource ids = IdSource.uuidV7();

    /** On an open store, the place of its copies, and the model that embeds what comes without a vector. */
    public MemoryTransfer(MemoryStore store, Optional<BlobStore> blobs, Optional<EmbeddingModel> model) {
        this.store = store;
        this.blobs = blobs;
        this.model = model.orElse(null);
    }

    /** Everything of one database to another. */
    public static ImportReport copy(MemoryTransfer from, MemoryTransfer to) {
        return copy(from, to, ExportOptions.all(), ImportOptions.DEFAULT);
    }

    /**
     * Some of one database to another, or within one to another user: what export and import do. Where the target has a model, which may be
     * slow, all of it waits in a temporary file that only its owner can read: no model is called while the source is being read.
     *
     * @throws StoreException when a database fails, or the temporary file cannot be written
     */
    public static ImportReport copy(MemoryTransfer from, MemoryTransfer to, ExportOptions what, ImportOptions how) {
        if (to.model == null) {
            return to.importFrom(
                    sink -> from.store.snapshot(state -> new Exporter(state, from.blobs, what, sink).run()), how);
        }
        try (TemporaryExport waiting = TemporaryExport.create()) {
            from.exportTo(waiting.file(), what);
            return to.importFrom(waiting.file(), how);
        }
    }

    /**
     * Writes a new file that only its owner can read; compressed where its name ends in {@code .gz}. It appears when it is complete.
     *
     * @throws InvalidInputException when the file exists
     * @throws StoreException when it cannot be written, or the database fails
     */
    public ExportReport exportTo(Path file, ExportOptions options) {
        return OwnerOnlyFile.write(file, out -> {
            if (!file.toString().endsWith(".gz")) {
                return exportTo(out, options);
            }
            try {
                GZIPOutputStream zipped = new GZIPOutputStream(out);
                ExportReport report = exportTo(zipped, options);
                zipped.finish();
                return report;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Writes to a stream, which stays open.
     *
     * @throws UncheckedIOException when it cannot be written to
     * @throws StoreException when the database fails
     */
    public ExportReport exportTo(OutputStream out, ExportOptions options) {
        RecordWriter lines = new RecordWriter(out);
        lines.begin(options, Instant.now().truncatedTo(ChronoUnit.SECONDS));
        ExportReport report = store.snapshot(state -> new Exporter(state, blobs, options, lines).run());
        lines.end(report);
        return report;
    }

    /**
     * Compares a file with the checksum at its end.
     *
     * @return what it says that it holds
     * @throws InvalidInputException when it was cut off or changed
     */
    public static ExportReport verify(Path file) {
        return reading(file, in -> new ExportReader(in).verify());
    }

    /**
     * Imports a file, after it was {@link #verify verified}.
     *
     * @throws InvalidInputException when it was cut off or changed, unless what is whole is wanted, or when a line cannot be used: it names
     *     the line, whose batch was not imported, but what came before it was
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException when vectors here are of another model than the configured one
     */
    public ImportReport importFrom(Path file, ImportOptions options) {
        if (!options.partial()) {
            verify(file);
        }
        return reading(file, in -> imported(in, options));
    }

    /**
     * Imports from a stream, which stays open. Whether it is whole is known at its end only: what came before stays imported.
     *
     * @throws InvalidInputException as with a file
     */
    public ImportReport importFrom(InputStream in, ImportOptions options) {
        try {
            return imported(unzipped(in), options);
        } catch (IOException e) {
            throw unreadable("stream", e);
        }
    }

    /** Imports what somebody else's format holds. */
    public ImportReport importFrom(TransferSource source, ImportOptions options) {
        try (Importer importer = importer(options)) {
            source.sendTo(importer);
            return new ImportReport(importer.finish(), null);
        }
    }

    private ImportReport imported(InputStream in, ImportOptions options) throws IOException {
        try (Importer importer = importer(options)) {
            String cutOff = new ExportReader(in).read(importer);
            if (cutOff == null) {
                return new ImportReport(importer.finish(), null);
            }
            if (!options.partial()) {
                throw new InvalidInputException(cutOff
                        + " What came before was imported, but for the last batch. Export again, or take what is whole"
                        + " with --partial (ImportOptions.takingWhatIsWhole).");
            }
            return new ImportReport(importer.finishCutOff(), cutOff);
        }
    }

    private Importer importer(ImportOptions options) {
        return new Importer(store, blobs, model, ids, options);
    }

    /** Reads a file. */
    private interface Reading<T> {
        T of(InputStream in) throws IOException;
    }

    private static <T> T reading(Path file, Reading<T> reading) {
        try (InputStream in = Files.newInputStream(file)) {
            return reading.of(unzipped(in));
        } catch (IOException e) {
            throw unreadable("file " + file, e);
        }
    }

    private static InputStream unzipped(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 64 * 1024);
        buffered.mark(2);
        boolean zipped = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return zipped ? new GZIPInputStream(buffered, 64 * 1024) : buffered;
    }

    private static InvalidInputException unreadable(String what, IOException e) {
        return new InvalidInputException(
                "The " + what + " cannot be read: " + e.getClass().getSimpleName()
                        + ". Check that it exists and is a whole export.",
                e);
    }
}
