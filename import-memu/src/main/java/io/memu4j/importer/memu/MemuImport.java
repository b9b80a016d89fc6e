package io.memu4j.importer.memu;

import io.memu4j.error.InvalidInputException;
import io.memu4j.transfer.ImportOptions;
import io.memu4j.transfer.ImportReport;
import io.memu4j.transfer.MemoryTransfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Brings over the memory of a MemU installation: its SQLite file, its vectors file, its folder of resources. Immutable. Nothing of the
 * original is changed; doing it twice changes nothing more.
 *
 * <p>Ids that are UUIDs, types, links, summaries and times are kept. MemU keeps no text of its sources: each comes over with its caption as
 * the one passage, which its items cite.
 */
public final class MemuImport {
    private final Path database;
    private final @Nullable Path vectors;
    private final @Nullable Path resources;
    private final @Nullable String embeddingModel;

    private MemuImport(
            Path database, @Nullable Path vectors, @Nullable Path resources, @Nullable String embeddingModel) {
        this.database = database;
        this.vectors = vectors;
        this.resources = resources;
        this.embeddingModel = embeddingModel;
    }

    /** Of that SQLite file; every text is embedded anew. */
    public static MemuImport from(Path database) {
        return new MemuImport(database, null, null, null);
    }

    /** With that {@code vectors.json}; of one that is torn, what is whole is taken. */
    public MemuImport vectors(Path file) {
        return new MemuImport(database, file, resources, embeddingModel);
    }

    /** With the copies of sources in that folder. */
    public MemuImport resources(Path folder) {
        return new MemuImport(database, vectors, folder, embeddingModel);
    }

    /** Keeps the vectors, as those of that model; only missing ones are made, if it is the configured one. */
    public MemuImport keepingVectorsOf(String model) {
        return new MemuImport(database, vectors, resources, model);
    }

    /**
     * Brings it over.
     *
     * @throws InvalidInputException when a file does not exist, or the database is none
     * @throws io.memu4j.error.StoreException when the target fails; what was acknowledged stays, and doing it again does the rest
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException when vectors there are of another model than the configured one
     */
    public MemuReport into(MemoryTransfer target) {
        requireFile(database);
        if (vectors != null) {
            requireFile(vectors);
        }
        boolean keep = embeddingModel != null && vectors != null;
        Losses losses = new Losses();
        try (VectorEntries entries = VectorEntries.read(vectors, keep);
                MemuDatabase memu = MemuDatabase.open(database, losses)) {
            MemuConversion conversion =
                    new MemuConversion(memu, entries, SourceFolder.of(resources), keep ? embeddingModel : null, losses);
            ImportOptions options = keep ? ImportOptions.DEFAULT.keepingVectors() : ImportOptions.DEFAULT;
            ImportReport imported = target.importFrom(conversion::sendTo, options);
            return new MemuReport(imported, losses.all(), vectors == null ? null : entries.summary());
        } catch (SQLException | UncheckedSql e) {
            throw new InvalidInputException(
                    "The file " + database + " cannot be read as MemU's database. Check that it is the SQLite file"
                            + " (memu.db), that it is whole, and that it may be read.",
                    e);
        } catch (IOException e) {
            throw new InvalidInputException(
                    "MemU's files cannot be read: " + e.getClass().getSimpleName() + ". Check that they may be read.",
                    e);
        }
    }

    private static void requireFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidInputException("There is no file " + file + ". Name the file of the MemU installation.");
        }
    }
}
