package io.memu4j.internal.admin;

import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects, over several erased memories, the copies of sources that were not reached, to be told in sentences. One thread. */
final class UnreachableBlobs {
    private final Optional<BlobStore> place;
    private long missing;
    private final List<Path> unowned = new ArrayList<>();
    private long ended;
    private @Nullable MemoryScope first;

    UnreachableBlobs(Optional<BlobStore> place) {
        this.place = place;
    }

    void add(MemoryScope scope, BlobErasure copies) {
        if (copies.missing() > 0 && first == null) {
            first = scope;
        }
        missing += copies.missing();
        place.map(BlobStore::unowned).orElse(List.of()).stream()
                .filter(path -> path.endsWith(scope.longHash()))
                .forEach(unowned::add);
        ended += copies.ended();
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        Optional<Path> folder = place.flatMap(BlobStore::folder);
        if (missing > 0 && first != null) {
            String hash = first.longHash();
            sentences.add(missing + " copies of sources are not "
                    + folder.map(root -> "in the folder " + root + ", where this erasure looked for them")
                            .orElse("where this erasure looked for them")
                    + ", and are still to be deleted. Name the folder they are in (BlobConfig.folder, or --copies on the command"
                    + " line) and erase again."
                    + folder.map(root -> " If they are lost, make the empty folder " + root.resolve(hash)
                                    + " and erase again.")
                            .orElse(""));
        }
        if (!unowned.isEmpty()) {
            sentences.add("Copies that an earlier version kept are left in " + unowned.get(0)
                    + (unowned.size() == 1 ? "" : " and " + (unowned.size() - 1) + " other folders")
                    + ": more than one database may own them. When every database that keeps copies there was opened with this"
                    + " version, delete the folders.");
        }
        if (ended > 0) {
            sentences.add(ended
                    + " copies of sources were not in the heap of this program: they ended with the one that kept them,"
                    + " unless it keeps copies in a folder (BlobConfig.folder).");
        }
        return sentences;
    }
}
