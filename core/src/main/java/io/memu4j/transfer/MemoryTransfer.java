package io.memu4j.transfer;

import io.memu4j.spi.transfer.TransferSource;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Moves memory out of a database and into another one. Obtained from {@link io.memu4j.MemoryServiceFactory#transfer}. Thread-safe. The heap
 * that a call needs does not grow with the database: it holds one page of rows, or one resource.
 *
 * <p>An export shows one state of the database while others write. An import writes batch by batch, each in one transaction, and a resource
 * always with all its passages. It can be repeated and resumed, and never overwrites what is stored. {@code docs/export-format.md} describes
 * the format.
 */
public interface MemoryTransfer {
    /**
     * Copies everything into another database, with the default options.
     *
     * @see #copyTo(MemoryTransfer, ExportOptions, ImportOptions)
     */
    default ImportReport copyTo(MemoryTransfer target) {
        return copyTo(target, ExportOptions.all(), ImportOptions.DEFAULT);
    }

    /**
     * Copies memory into another database, or within one database to another user. Equals an export followed by an import. If the target has
     * an embedding model, the export waits in a temporary file that only its owner can read, so that no model is called while the source is
     * being read.
     *
     * @param target a transfer of this version of memu4j
     * @throws io.memu4j.error.StoreException when a database fails, or the temporary file cannot be written
     */
    ImportReport copyTo(MemoryTransfer target, ExportOptions what, ImportOptions how);

    /**
     * Writes a new file that only its owner can read, compressed if its name ends in {@code .gz}. The file appears when it is complete.
     *
     * @throws io.memu4j.error.InvalidInputException when the file exists
     * @throws io.memu4j.error.StoreException when the file cannot be written, or the database fails
     */
    ExportReport exportTo(Path file, ExportOptions options);

    /**
     * Writes to a stream, which stays open.
     *
     * @throws java.io.UncheckedIOException when the stream cannot be written
     * @throws io.memu4j.error.StoreException when the database fails
     */
    ExportReport exportTo(OutputStream out, ExportOptions options);

    /**
     * Compares a file with the checksum at its end. Uses no database.
     *
     * @return what the file says that it holds
     * @throws io.memu4j.error.InvalidInputException when the file was cut off or changed
     */
    ExportReport verify(Path file);

    /**
     * Imports a file after {@linkplain #verify verifying} it. Calls the embedding model once per batch of rows that come without a vector.
     *
     * @throws io.memu4j.error.InvalidInputException when the file was cut off or changed and {@link ImportOptions#partial} is false, or when
     *     a line cannot be used. The message names the line. Its batch was not imported; the batches before it were
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException when stored vectors are of another model than the configured one
     */
    ImportReport importFrom(Path file, ImportOptions options);

    /**
     * Imports from a stream, which stays open. Whether the stream is whole is known at its end only: what came before stays imported.
     *
     * @throws io.memu4j.error.InvalidInputException as {@link #importFrom(Path, ImportOptions)} does
     */
    ImportReport importFrom(InputStream in, ImportOptions options);

    /** Imports the records of a source in another format, batch by batch. */
    ImportReport importFrom(TransferSource source, ImportOptions options);
}
