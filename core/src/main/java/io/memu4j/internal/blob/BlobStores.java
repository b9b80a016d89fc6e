package io.memu4j.internal.blob;

import io.memu4j.config.BlobConfig;
import io.memu4j.error.StoreException;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.StoreIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/** Opens the built-in places for copies. */
public final class BlobStores {
    private BlobStores() {}

    /**
     * The place that is configured; empty where no copies are to be kept. Takes over the copies that an earlier version kept in the folder,
     * and gives a database that was copied as a whole a folder of its own; otherwise writes nothing.
     *
     * @param store whose copies they are
     */
    public static Optional<BlobStore> open(BlobConfig config, MemoryStore store, Clock clock) {
        return switch (config.kind()) {
            case FOLDER -> {
                Path all = Objects.requireNonNull(config.folder(), "folder");
                try {
                    yield Optional.of(new FolderBlobStore(owned(all, store, clock), clock));
                } catch (IOException e) {
                    throw StoreException.permanent(
                            "The copies of sources in the folder " + all + " cannot be taken over: "
                                    + e.getClass().getSimpleName()
                                    + ". Check that the folder can be read and written and has room.",
                            e);
                }
            }
            case MEMORY -> Optional.of(new MemoryBlobStore(clock));
            case NONE -> Optional.empty();
        };
    }

    private static OwnerFolder owned(Path all, MemoryStore store, Clock clock) throws IOException {
        StoreIdentity identity = store.identity();
        OwnerFolder folder = new OwnerFolder(all, identity);
        if (folder.isOfAnother()) {
            OwnerFolder own = new OwnerFolder(all, store.renewIdentity(identity));
            new CopyAdoption(own, store).fromOriginal(folder.root());
            own.mark(clock.instant());
            return own;
        }
        if (!folder.isMarked() && !CopyAdoption.unowned(all).isEmpty()) {
            new CopyAdoption(folder, store).fromEarlierVersion();
            folder.mark(clock.instant());
        }
        return folder;
    }
}
