package io.memu4j.internal.transfer;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.transfer.export.Exporter;
import io.memu4j.internal.transfer.format.ExportReader;
import io.memu4j.internal.transfer.format.RecordWriter;
import io.memu4j.internal.transfer.load.Importer;
import io.memu4j.internal.value.IdSource;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.transfer.TransferSource;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ExportReport;
import io.memu4j.transfer.ImportOptions;
import io.memu4j.transfer.ImportReport;
import io.memu4j.transfer.MemoryTransfer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Export, import and copy on one open store. */
public final class StoreTransfer implements MemoryTransfer {
    private final MemoryStore store;
    private final Optional<BlobStore> blobs;
    private final @Nullable TextEmbedder model;
    private final Clock clock;
    private final IdSource ids = IdSource.uuidV7();

    /** On an open store, the place of its copies, and the model that embeds what comes without a vector. */
    public StoreTransfer(MemoryStore store, Optional<BlobStore> blobs, Optional<TextEmbedder> model, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.model = model.orElse(null);
        this.clock = clock;
    }

    @Override
    public ImportReport copyTo(MemoryTransfer target, ExportOptions what, ImportOptions how) {
        if (target instanceof StoreTransfer to && to.model == null) {
            return to.importFrom(sink -> store.snapshot(state -> new Exporter(state, blobs, what, sink).run()), how);
        }
        try (TemporaryExport waiting = TemporaryExport.create()) {
            exportTo(waiting.file(), what);
            return target.importFrom(waiting.file(), how);
        }
    }

    @Override
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

    @Override
    public ExportReport exportTo(OutputStream out, ExportOptions options) {
        RecordWriter lines = new RecordWriter(out);
        lines.begin(options, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        ExportReport report = store.snapshot(state -> new Exporter(state, blobs, options, lines).run());
        lines.end(report);
        return report;
    }

    @Override
    public ExportReport verify(Path file) {
        return reading(file, in -> new ExportReader(in).verify());
    }

    @Override
    public ImportReport importFrom(Path file, ImportOptions options) {
        if (!options.partial()) {
            verify(file);
        }
        return reading(file, in -> imported(in, options));
    }

    @Override
    public ImportReport importFrom(InputStream in, ImportOptions options) {
        try {
            return imported(unzipped(in), options);
        } catch (IOException e) {
            throw unreadable("stream", e);
        }
    }

    @Override
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
