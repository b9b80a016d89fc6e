package io.memu4j.internal.doctor;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.doctor.DoctorReport;
import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.error.StoreException;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.blob.BlobStore;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.AllScopes;
import io.memu4j.spi.store.MemoryStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Examines a store, its copies of sources and its vectors, while others use them. Holds no state. */
public final class Doctor {

    private final MemoryStore store;
    private final Optional<BlobStore> blobs;
    private final @Nullable TextEmbedder model;
    private final Clock clock;

    /** @param model the configured embedding model, or null when search goes by words alone */
    public Doctor(MemoryStore store, Optional<BlobStore> blobs, @Nullable TextEmbedder model, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.model = model;
        this.clock = clock;
    }

    /**
     * Examines everything.
     *
     * @param fix whether to do at once what is safe: delete files nothing names, carry out deletions that are due, complete vectors, write
     *     back a log, take permissions on our files away from other users
     */
    public DoctorReport run(boolean fix) {
        List<Finding> findings = new ArrayList<>(store.examine(fix));
        blobs.flatMap(BlobStore::folder)
                .ifPresent(root -> findings.addAll(new PlaceCheck(root, List.copyOf(findings), fix).run()));
        List<MemoryScope> scopes = new ArrayList<>();
        guarded(
                findings,
                () -> AllScopes.of(store::scopes).map(ScopeSummary::scope).forEach(scopes::add));
        blobs.ifPresent(kept ->
                guarded(findings, () -> findings.addAll(new CopyCheck(store, kept, clock.instant()).run(scopes, fix))));
        guarded(findings, () -> findings.addAll(new VectorCheck(store, model).run(scopes, fix)));
        guarded(findings, () -> findings.addAll(new UnderstandingCheck(store).run(scopes)));
        return new DoctorReport(scopes.size(), findings);
    }

    /** A failure is a finding; the other checks go on. */
    private static void guarded(List<Finding> findings, Runnable check) {
        try {
            check.run();
        } catch (StoreException e) {
            String problem = String.valueOf(e.getMessage());
            if (findings.stream().noneMatch(known -> known.problem().equals(problem))) {
                findings.add(Finding.of(Area.DATABASE, problem, "See the message; not everything could be examined."));
            }
        }
    }
}
