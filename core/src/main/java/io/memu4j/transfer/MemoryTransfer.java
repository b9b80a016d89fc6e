package io.memu4j.transfer;

import io.memu4j.spi.transfer.TransferSource;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Moves memory out of a database and into another one. Obtained from {@link io.memu4j.MemoryServiceFactory#transfer}. Thread-safe. The
 * heap that a call needs does not grow with the database: it holds one page of rows, or one resource.
 *
 * <p>An export shows one state of the database while others write. An import writes batch by batch, each in one transaction, and a
 * resource always with all its passages. It can be repeated and resumed, and never overwrites what is stored. {@code
 * docs/export-format.md} describes the format.
 */
public interface MemoryTransfer {
    /**
     * Copies everything into another database with default options.
     *
     * @param target a transfer of this version of memu4j
     * @return what was done with each row
     * @see #copyTo(MemoryTransfer, ExportOptions, ImportOptions)
     */
    default ImportReport copyTo(MemoryTransfer target) {
        return copyTo(target, ExportOptions.all(), ImportOptions.DEFAULT);
    }

    /**
     * Copies memory into another database, or within one database to another user. Equals an export followed by an import. If the target
     * has an embedding model, the export waits in a temporary file that only its owner can read, so that no model is called while the
     * source is read.
     *
     * @param target a transfer of this version of memu4j
     * @param what which memories
     * @param how how they are imported
     * @return what was done with each row
     * @throws io.memu4j.error.StoreException if a database fails, or the temporary file cannot be written; batches committed before stay
     */
    ImportReport copyTo(MemoryTransfer target, ExportOptions what, ImportOptions how);

    /**
     * Writes a new file that only its owner can read, compressed if its name ends in {@code .gz}. The file appears when it is complete.
     *
     * @param file does not exist
     * @param options what to export
     * @return the number of rows
     * @throws io.memu4j.error.InvalidInputException if the file exists
     * @throws io.memu4j.error.StoreException if the file cannot be written, or the database fails
     */
    ExportReport exportTo(Path file, ExportOptions options);

    /**
     * Writes to a stream, which stays open.
     *
     * @param out receives the export
     * @param options what to export
     * @return the number of rows
     * @throws java.io.UncheckedIOException if the stream cannot be written
     * @throws io.memu4j.error.StoreException if the database fails
     */
    ExportReport exportTo(OutputStream out, ExportOptions options);

    /**
     * Compares a file with the checksum at its end. Uses no database.
     *
     * @param file an export
     * @return the number of rows that the file states
     * @throws io.memu4j.error.InvalidInputException if the file was truncated or changed
     */
    ExportReport verify(Path file);

    /**
     * Imports a file after {@linkplain #verify verifying} it. Calls the embedding model once per batch of rows without a vector.
     *
     * @param file an export
     * @param options how to import
     * @return what was done with each row
     * @throws io.memu4j.error.InvalidInputException if the file was truncated or changed and {@link ImportOptions#partial} is false, or a
     *     line cannot be used. The message names the line. Batches before it stay imported
     * @throws io.memu4j.error.EmbeddingSpaceMismatchException if stored vectors are of another model than the configured one
     */
    ImportReport importFrom(Path file, ImportOptions options);

    /**
     * Imports from a stream, which stays open. A truncated stream is detected at its end only; rows before that stay imported.
     *
     * @param in an export
     * @param options how to import
     * @return what was done with each row
     * @throws io.memu4j.error.InvalidInputException as of {@link #importFrom(Path, ImportOptions)}
     */
    ImportReport importFrom(InputStream in, ImportOptions options);

    /**
     * Imports the records of a source in another format, batch by batch.
     *
     * @param source sends the records
     * @param options how to import
     * @return what was done with each row
     * @throws io.memu4j.error.InvalidInputException if a record cannot be used; batches before it stay imported
     */
    ImportReport importFrom(TransferSource source, ImportOptions options);
}
