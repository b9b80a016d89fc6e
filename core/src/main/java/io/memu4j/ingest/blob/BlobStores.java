package io.memu4j.ingest.blob;

import io.memu4j.config.BlobConfig;
import io.memu4j.spi.blob.BlobStore;
import java.util.Objects;
import java.util.Optional;

/** Opens the built-in places for copies. */
public final class BlobStores {
    private BlobStores() {}

    /** The place that is configured; empty where no copies are to be kept. Touches no file. */
    public static Optional<BlobStore> open(BlobConfig config) {
        return switch (config.kind()) {
            case FOLDER -> Optional.of(new FolderBlobStore(Objects.requireNonNull(config.folder(), "folder")));
            case MEMORY -> Optional.of(new MemoryBlobStore());
            case NONE -> Optional.empty();
        };
    }
}
