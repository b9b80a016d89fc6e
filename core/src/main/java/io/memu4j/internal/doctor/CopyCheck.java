package io.memu4j.internal.doctor;

import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.internal.blob.OrphanedBlobs;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.spi.blob.BlobFile;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.PendingDeletion;
import io.memu4j.spi.store.ScopeStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares the copies of sources with the rows that name them, in both directions. */
final class CopyCheck {
    private static final int BATCH = 500;

    private final MemoryStore store;
    private final BlobStore blobs;
    private final Instant deadline;
    private final List<Finding> findings = new ArrayList<>();

    /** Deletions that should have been carried out. */
    private long due;

    /** Those of them whose copies are not in this place. */
    private long elsewhere;

    private @Nullable MemoryScope elsewhereFirst;

    /** Whether a backup that is running kept something from being deleted. */
    private boolean held;

    CopyCheck(MemoryStore store, BlobStore blobs, Instant now) {
        this.store = store;
        this.blobs = blobs;
        this.deadline = now.minus(OrphanedBlobs.GRACE);
    }

    List<Finding> run(List<MemoryScope> scopes, boolean fix) {
        // The files first: a copy is there before the row that names it, and goes after it.
        Map<String, BlobFile> unnamed = new HashMap<>();
        blobs.files(file -> unnamed.put(file.key(), file));
        List<String> missing = new ArrayList<>();
        for (MemoryScope scope : scopes) {
            ScopeStore memory = store.in(scope);
            pending(memory, unnamed, fix);
            resources(memory, unnamed, missing);
        }
        unnamed.values().removeIf(file -> file.changed().isAfter(deadline));
        pendingFinding(fix);
        elsewhereFinding();
        unnamedFindings(new ArrayList<>(unnamed.values()), fix);
        missingFinding(missing);
        unownedFinding(blobs.unowned());
        return findings;
    }

    /** Deletions that should have been carried out by now; their copies are accounted for. */
    private void pending(ScopeStore memory, Map<String, BlobFile> unnamed, boolean fix) {
        List<PendingDeletion> all = memory.pendingDeletions(Integer.MAX_VALUE);
        all.forEach(deletion -> unnamed.remove(deletion.blobKey()));
        long some = all.stream().filter(this::isDue).count();
        if (some > 0 && !blobs.isPlaceOf(memory.scope())) {
            elsewhere += some;
            elsewhereFirst = elsewhereFirst == null ? memory.scope() : elsewhereFirst;
            return;
        }
        due += some;
        if (fix && some > 0) {
            held |= !blobs.sweep(() -> deleteDue(memory));
        }
    }

    /** Reads them again while no restore can change them. */
    private void deleteDue(ScopeStore memory) {
        List<PendingDeletion> due = memory.pendingDeletions(Integer.MAX_VALUE).stream()
                .filter(this::isDue)
                .toList();
        due.forEach(deletion -> blobs.delete(memory.scope(), deletion.blobKey()));
        memory.deletionsDone(due);
    }

    private void resources(ScopeStore memory, Map<String, BlobFile> unnamed, List<String> missing) {
        @Nullable String cursor = null;
        do {
            Page<Resource> page = memory.resources(
                    ResourceFilter.ALL, PageRequest.first(BATCH).after(cursor));
            for (Resource resource : page.rows()) {
                String key = resource.blobKey();
                if (key != null && unnamed.remove(key) == null && isMissing(memory, resource.id(), key)) {
                    missing.add(key);
                }
            }
            cursor = page.next();
        } while (cursor != null);
    }

    /** A copy kept after the files were listed is there; a resource changed meanwhile names another one. */
    private boolean isMissing(ScopeStore memory, String resourceId, String key) {
        return !blobs.keys(memory.scope()).contains(key)
                && memory.resource(resourceId)
                        .filter(now -> key.equals(now.blobKey()))
                        .isPresent();
    }

    /** The entry's id tells its time, where it is of the kind that does. */
    private boolean isDue(PendingDeletion deletion) {
        try {
            UUID id = UUID.fromString(deletion.id());
            return id.version() != 7
                    || Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16).isBefore(deadline);
        } catch (IllegalArgumentException e) {
            return true; // an id of another kind of store
        }
    }

    private void pendingFinding(boolean fix) {
        if (due > 0) {
            add(
                    Finding.fixable(
                            Area.COPIES,
                            due + " copies of forgotten sources are still to be deleted.",
                            "'memu doctor --fix' deletes them; so does the next write to their memories. Check that the folder"
                                    + " can be written."),
                    fix);
        }
    }

    private void elsewhereFinding() {
        MemoryScope first = elsewhereFirst;
        if (first != null) {
            add(
                    Finding.of(
                            Area.COPIES,
                            elsewhere + " copies of forgotten sources are still to be deleted and are not in " + place()
                                    + ".",
                            "Run this with the place they are in (BlobConfig.folder, or --copies on the command line)."
                                    + blobs.folder()
                                            .map(root -> " If they are lost, make the empty folder "
                                                    + root.resolve(first.longHash()) + " and run it with --fix.")
                                            .orElse("")),
                    false);
        }
    }

    private String place() {
        return blobs.folder().map(root -> "the folder " + root).orElse("the heap");
    }

    private void unnamedFindings(List<BlobFile> unnamed, boolean fix) {
        if (unnamed.isEmpty()) {
            return;
        }
        long bytes = unnamed.stream().mapToLong(BlobFile::bytes).sum();
        long drafts = unnamed.stream().filter(BlobFile::draft).count();
        if (fix) {
            held |= !new OrphanedBlobs(store, blobs).delete(unnamed);
        }
        add(
                Finding.fixable(
                        Area.COPIES,
                        unnamed.size() + " copies of sources (" + bytes + " bytes, " + drafts
                                + " of them incomplete) are named by no resource: a process died while it memorized, perhaps for"
                                + " a user who has no memory yet.",
                        "'memu doctor --fix' deletes them. Nothing refers to them."),
                fix);
    }

    private void missingFinding(List<String> missing) {
        if (!missing.isEmpty()) {
            add(
                    Finding.of(
                            Area.COPIES,
                            missing.size() + " resources name a copy that does not exist in " + place()
                                    + "; the first is " + missing.get(0) + ".",
                            "If copies are kept in another place, name it (BlobConfig.folder, or --copies on the command line)."
                                    + " Their text is remembered all the same. Restore the folder of copies from a backup, or"
                                    + " memorize their sources again."),
                    false);
        }
    }

    private void unownedFinding(List<Path> folders) {
        if (!folders.isEmpty()) {
            add(
                    Finding.of(
                            Area.COPIES,
                            "Copies of sources that an earlier version kept are left in " + folders.size()
                                    + " folders such as " + folders.get(0) + ".",
                            "Each database took over its own when it was first opened with this version. When every database that"
                                    + " keeps copies there was opened, delete those folders."),
                    false);
        }
    }

    private void add(Finding finding, boolean fixed) {
        findings.add(fixed && !held ? finding.asFixed() : finding);
    }
}
