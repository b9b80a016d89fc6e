package io.memu4j.internal.doctor;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.doctor.DoctorReport;
import io.memu4j.doctor.Finding;
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
     *     back a log
     */
    public DoctorReport run(boolean fix) {
        List<Finding> findings = new ArrayList<>(store.examine(fix));
        blobs.flatMap(BlobStore::folder)
                .ifPresent(root -> findings.addAll(new PlaceCheck(root, List.copyOf(findings)).run()));
        List<MemoryScope> scopes =
                AllScopes.of(store::scopes).map(ScopeSummary::scope).toList();
        blobs.ifPresent(kept -> findings.addAll(new CopyCheck(store, kept, clock.instant()).run(scopes, fix)));
        findings.addAll(new VectorCheck(store, model).run(scopes, fix));
        findings.addAll(new UnderstandingCheck(store).run(scopes));
        return new DoctorReport(scopes.size(), findings);
    }
}
