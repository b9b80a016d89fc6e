package io.memu4j.internal.blob;

import io.memu4j.error.NotFoundException;
import io.memu4j.error.StoreException;
import io.memu4j.internal.files.DurableFiles;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobFile;
import io.memu4j.spi.blob.BlobHold;
import io.memu4j.spi.blob.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Copies as files {@code <folder>/<id of the database>/<hash of the scope>/<name>}, readable by the owner alone where the file system knows
 * owners. A copy appears under its name whole and synced to the disk, or not at all. Deletions of queued copies and a hold on them exclude
 * each other by a lock on the file {@code <folder>.lock}, among processes too.
 */
public final class FolderBlobStore implements BlobStore {
    private static final Duration DRAFT_LIFE = Duration.ofMinutes(10);

    private static final int TRIES = 100;

    private final Path root;
    private final SweepGate gate;
    private final OwnerFolder own;
    private final Clock clock;
    private final AtomicBoolean marked = new AtomicBoolean();

    /** Writers of copies share it; who deletes an empty folder holds it alone. */
    private final ReadWriteLock folders = new ReentrantReadWriteLock();

    /** @param own absolute; created when the first copy is kept */
    FolderBlobStore(OwnerFolder own, Clock clock) {
        this.root = own.root();
        this.gate = SweepGate.of(own.all());
        this.own = own;
        this.clock = clock;
    }

    @Override
    public String put(MemoryScope scope, String name, byte[] content) {
        BlobKey key = BlobKey.of(scope, name);
        try {
            if (!marked.get()) {
                own.mark(clock.instant());
                marked.set(true);
            }
            write(root.resolve(key.folder()), key.name(), content);
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

    @Override
    public List<String> keys(MemoryScope scope) {
        try (Stream<Path> files = files(scope)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(BlobKey::isName)
                    .map(name -> BlobKey.of(scope, name).toString())
                    .toList();
        } catch (IOException e) {
            throw failed("listed", e);
        }
    }

    @Override
    public boolean isPlaceOf(MemoryScope scope) {
        return Files.isDirectory(root.resolve(scope.longHash()));
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(root);
    }

    @Override
    public void tidy(MemoryScope scope) {
        Instant now = clock.instant();
        try (Stream<Path> files = files(scope)) {
            for (Path file : files.filter(file -> isAbandoned(file, now)).toList()) {
                Files.deleteIfExists(file);
            }
            deleteFolder(root.resolve(scope.longHash()));
        } catch (DirectoryNotEmptyException e) {
            // Something else is there; it stays with its folder.
        } catch (IOException e) {
            throw failed("tidied", e);
        }
    }

    @Override
    public void files(Consumer<BlobFile> each) {
        try {
            for (Path draft : own.drafts()) {
                show(draft, own.marks().getFileName() + "/" + draft.getFileName(), true, each);
            }
            if (!Files.isDirectory(root)) {
                return;
            }
            try (Stream<Path> folders = Files.list(root)) {
                for (Path folder : folders.filter(BlobKey::isFolder).toList()) {
                    show(folder, each);
                }
            }
        } catch (IOException e) {
            throw failed("listed", e);
        }
    }

    @Override
    public List<Path> unowned() {
        try {
            return CopyAdoption.unowned(own.all());
        } catch (IOException e) {
            throw failed("listed", e);
        }
    }

    @Override
    public void delete(BlobFile file) {
        Path draft = own.all().resolveSibling(file.key()).normalize();
        Path path = root.resolve(file.key()).normalize();
        Path folder = path.getParent();
        try {
            if (file.draft() && own.drafts().contains(draft)) {
                Files.deleteIfExists(draft);
                return;
            }
            if (folder == null || !root.equals(folder.getParent())) {
                return;
            }
            Files.deleteIfExists(path);
            deleteFolder(folder);
        } catch (DirectoryNotEmptyException e) {
            // Other copies are there; the folder stays.
        } catch (IOException e) {
            throw failed("deleted", e);
        }
    }

    private static void show(Path folder, Consumer<BlobFile> each) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                boolean draft = isDraft(name);
                if (draft || BlobKey.isName(name)) {
                    show(file, folder.getFileName() + "/" + name, draft, each);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // It went while the others were listed.
        }
    }

    private static void show(Path file, String key, boolean draft, Consumer<BlobFile> each) {
        long changed = file.toFile().lastModified();
        // Zero where it went, or became a whole copy, while the others were listed.
        if (changed != 0) {
            each.accept(new BlobFile(key, file.toFile().length(), Instant.ofEpochMilli(changed), draft));
        }
    }

    static boolean isDraft(String name) {
        return name.startsWith(".") && name.endsWith(".tmp");
    }

    /** A draft of a writer that is no more: the writing of one does not take that long. */
    static boolean isAbandoned(Path file, Instant now) {
        String name = String.valueOf(file.getFileName());
        Instant changed = Instant.ofEpochMilli(file.toFile().lastModified());
        return isDraft(name) && changed.isBefore(now.minus(DRAFT_LIFE));
    }

    /** Everything in the scope's folder; to be closed. */
    @SuppressWarnings("StreamResourceLeak") // the caller closes it
    private Stream<Path> files(MemoryScope scope) throws IOException {
        Path folder = root.resolve(scope.longHash());
        try {
            return Files.isDirectory(folder) ? Files.list(folder) : Stream.empty();
        } catch (NoSuchFileException e) {
            return Stream.empty(); // it went just now
        }
    }

    /**
     * Writes a copy into a scope's folder. While it is empty another process may delete the folder at any moment; then it is made again.
     */
    private void write(Path folder, String name, byte[] content) throws IOException {
        for (int tries = 1; ; tries++) {
            folders.readLock().lock();
            try {
                DurableFiles.createFolders(root);
                boolean created = DurableFiles.createFolder(folder);
                DurableFiles.replace(folder, name, content);
                if (created) {
                    DurableFiles.sync(root);
                }
                return;
            } catch (NoSuchFileException | FileAlreadyExistsException e) {
                if (tries == TRIES) {
                    throw e;
                }
            } finally {
                folders.readLock().unlock();
            }
        }
    }

    /** Deletes a scope's folder, and fails if something is in it. */
    private void deleteFolder(Path folder) throws IOException {
        folders.writeLock().lock();
        try {
            Files.deleteIfExists(folder);
        } finally {
            folders.writeLock().unlock();
        }
    }

    @Override
    public BlobHold hold() {
        return gate.hold();
    }

    @Override
    public boolean sweep(Runnable deletions) {
        return gate.sweep(deletions);
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
