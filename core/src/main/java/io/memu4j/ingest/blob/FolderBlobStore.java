package io.memu4j.ingest.blob;

import io.memu4j.error.NotFoundException;
import io.memu4j.error.StoreException;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Copies as files {@code <root>/<hash of the scope>/<name>}, readable by the owner alone where the file system knows owners. A copy appears
 * under its name whole and synced to the disk, or not at all.
 */
public final class FolderBlobStore implements BlobStore {
    private final Path root;

    /** @param root created when the first copy is kept */
    public FolderBlobStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public String put(MemoryScope scope, String name, byte[] content) {
        BlobKey key = BlobKey.of(scope, name);
        try {
            Path folder = root.resolve(key.folder());
            DurableFiles.createFolders(folder);
            DurableFiles.write(folder, key.name(), content);
            return key.toString();
        } catch (IOException e) {
            throw failed("kept", e);
        }
    }

    @Override
    public byte[] get(MemoryScope scope, String key) {
        try (InputStream in = Files.newInputStream(file(BlobKey.parse(scope, key)), LinkOption.NOFOLLOW_LINKS)) {
            return in.readAllBytes();
        } catch (NoSuchFileException e) {
            throw new NotFoundException("The copy " + key + " does not exist. It was deleted, or never kept.", e);
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    @Override
    public void delete(MemoryScope scope, String key) {
        try {
            Files.deleteIfExists(file(BlobKey.parse(scope, key)));
        } catch (IOException e) {
            throw failed("deleted", e);
        }
    }

    private Path file(BlobKey key) {
        return root.resolve(key.folder()).resolve(key.name());
    }

    private StoreException failed(String what, IOException e) {
        return StoreException.permanent(
                "A copy in the folder " + root + " cannot be " + what + ": "
                        + e.getClass().getSimpleName() + ". Check that the folder can be written and has room.",
                e);
    }
}
