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
 * Imports the memory of a MemU installation: its SQLite file, its vectors file, its folder of resources. Immutable. The originals are not
 * changed. Repeating an import changes nothing more.
 *
 * <p>Ids that are UUIDs, types, links, summaries and times are kept. MemU does not store the text of its sources. Each source gets its
 * caption as its only passage, which its items cite.
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

    /**
     * Imports from a SQLite file. All texts are embedded by the target's model.
     *
     * @param database MemU's database, usually {@code memu.db}
     * @return the import
     */
    public static MemuImport from(Path database) {
        return new MemuImport(database, null, null, null);
    }

    /**
     * Reads vectors from a file. If it is truncated, its complete entries are used.
     *
     * @param file a {@code vectors.json}
     * @return a copy
     */
    public MemuImport vectors(Path file) {
        return new MemuImport(database, file, resources, embeddingModel);
    }

    /**
     * Imports copies of sources from a folder.
     *
     * @param folder the folder of resources
     * @return a copy
     */
    public MemuImport resources(Path folder) {
        return new MemuImport(database, vectors, folder, embeddingModel);
    }

    /**
     * Keeps the vectors of the vectors file as those of a model. Missing ones are made if that is the configured model.
     *
     * @param model the name of the model that made them
     * @return a copy
     */
    public MemuImport keepingVectorsOf(String model) {
        return new MemuImport(database, vectors, resources, model);
    }

    /**
     * Carries out the import, batch by batch. Calls the embedding model once per batch of rows without a vector.
     *
     * @param target the database to import to
     * @return what was imported and what was lost
     * @throws InvalidInputException if a file does not exist, or the database is not one of MemU
     * @throws io.memu4j.error.StoreException if the target fails; committed batches stay, and repeating the import does the rest
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException if stored vectors are of another model than the configured one
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
