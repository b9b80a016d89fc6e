package io.memu4j.internal.blob;

import io.memu4j.internal.files.DurableFiles;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.spi.store.AllScopes;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings copies of sources into the folder of the database whose rows name them. Safe to repeat after a crash. */
final class CopyAdoption {
    private static final Logger log = LoggerFactory.getLogger(CopyAdoption.class);
    private static final int BATCH = 500;

    private final OwnerFolder own;
    private final MemoryStore store;
    private long adopted;

    CopyAdoption(OwnerFolder own, MemoryStore store) {
        this.own = own;
        this.store = store;
    }

    /** Folders of scopes right in the configured folder, where an earlier version kept the copies of all databases. */
    static List<Path> unowned(Path all) throws IOException {
        return OwnerFolder.listed(all).stream().filter(BlobKey::isFolder).toList();
    }

    /**
     * Takes over what an earlier version kept. All of it is moved if the only mark that version left is of this database's file. Otherwise
     * what the rows name is linked, and the files stay where they are: another database may own them.
     */
    void fromEarlierVersion() throws IOException {
        List<Path> folders = unowned(own.all());
        if (folders.isEmpty()) {
            return;
        }
        if (isOnlyOwner()) {
            DurableFiles.createFolders(own.root());
            for (Path folder : folders) {
                move(folder, own.root().resolve(folder.getFileName()));
            }
            DurableFiles.sync(own.root());
            DurableFiles.sync(own.all());
        } else {
            linkNamed(own.all());
        }
        log.info("Copies of sources of an earlier version in {} belong to this database now.", own.all());
    }

    /** Links what the rows of this database name from the folder of the database that it was copied from. */
    void fromOriginal(Path root) throws IOException {
        linkNamed(root);
        log.warn(
                "The database was copied from one that keeps copies of sources in {}. It has an id and a folder of its own now,"
                        + " with {} copies.",
                root,
                adopted);
    }

    /** The mark of an earlier version is the path of the database file from the folder. A URL may be that of two schemas. */
    private boolean isOnlyOwner() throws IOException {
        List<Path> marks = OwnerFolder.listed(own.marks()).stream()
                .filter(mark -> !FolderBlobStore.isDraft(String.valueOf(mark.getFileName())))
                .toList();
        Path file = own.owner().file();
        if (marks.size() != 1 || file == null) {
            return false;
        }
        String marked = Files.readString(marks.get(0));
        return isSame(marked, file) || isSame(marked + ".mv.db", file);
    }

    private boolean isSame(String marked, Path file) throws IOException {
        try {
            Path path = own.all().resolve(marked);
            return Files.exists(path) && Files.isSameFile(path, file);
        } catch (InvalidPathException e) {
            return false; // a URL, or a name of another operating system
        }
    }

    private static void move(Path folder, Path target) throws IOException {
        if (!Files.exists(target)) {
            Files.move(folder, target);
            return;
        }
        for (Path file : OwnerFolder.listed(folder)) {
            Files.move(file, target.resolve(file.getFileName()));
        }
        Files.delete(folder);
    }

    private void linkNamed(Path from) throws IOException {
        for (var summary : AllScopes.of(store::scopes).toList()) {
            MemoryScope scope = summary.scope();
            if (Files.isDirectory(from.resolve(scope.longHash()))) {
                linkNamed(from, store.in(scope));
            }
        }
    }

    private void linkNamed(Path from, ScopeStore memory) throws IOException {
        @Nullable String cursor = null;
        do {
            Page<Resource> page = memory.resources(
                    ResourceFilter.ALL, PageRequest.first(BATCH).after(cursor));
            for (Resource resource : page.rows()) {
                if (resource.blobKey() != null) {
                    link(from, BlobKey.parse(memory.scope(), resource.blobKey()));
                }
            }
            cursor = page.next();
        } while (cursor != null);
        DurableFiles.sync(own.root());
    }

    private void link(Path from, BlobKey key) throws IOException {
        Path copy = from.resolve(key.folder()).resolve(key.name());
        Path folder = own.root().resolve(key.folder());
        if (!Files.isRegularFile(copy)) {
            return;
        }
        DurableFiles.createFolders(own.root());
        DurableFiles.createFolder(folder);
        try {
            Files.createLink(folder.resolve(key.name()), copy);
        } catch (FileAlreadyExistsException e) {
            return; // an adoption before this one, which a crash ended
        } catch (UnsupportedOperationException | FileSystemException e) { // a file system without links
            DurableFiles.replace(folder, key.name(), Files.readAllBytes(copy));
        }
        DurableFiles.sync(folder);
        adopted++;
    }
}
