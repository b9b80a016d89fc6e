package io.memu4j.internal.blob;

import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.spi.blob.BlobStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the built-in places for copies. */
public final class BlobStores {
    private BlobStores() {}

    /**
     * The place that is configured; empty where no copies are to be kept. Touches no file.
     *
     * @param database whose copies they are, or null where that is not known
     */
    public static Optional<BlobStore> open(BlobConfig config, @Nullable DatabaseConfig database, Clock clock) {
        return switch (config.kind()) {
            case FOLDER -> {
                Path root = Objects.requireNonNull(config.folder(), "folder");
                yield Optional.of(new FolderBlobStore(owners(root, database), clock));
            }
            case MEMORY -> Optional.of(new MemoryBlobStore(clock));
            case NONE -> Optional.empty();
        };
    }

    private static FolderOwners owners(Path root, @Nullable DatabaseConfig database) {
        Path file = database == null ? null : database.file();
        if (file != null) {
            return FolderOwners.ofFile(root, file);
        }
        String url = database == null ? null : database.url();
        // Without its parameters, which may hold a password.
        return new FolderOwners(root, url == null ? null : url.replaceFirst("[?;].*", ""));
    }
}
