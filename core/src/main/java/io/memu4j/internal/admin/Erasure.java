package io.memu4j.internal.admin;

import io.memu4j.admin.ErasureReport;
import io.memu4j.admin.ErasureReport.ErasedScope;
import io.memu4j.admin.ScopeSummary;
import io.memu4j.internal.blob.BlobLifecycle;
import io.memu4j.internal.observe.Observations;
import io.memu4j.internal.search.ScopeIndexSearcher;
import io.memu4j.model.Counts;
import io.memu4j.model.MemoryScope;
import io.memu4j.observe.MemoryOperation.Kind;
import io.memu4j.spi.store.AllScopes;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Erases scopes: all rows in one transaction, which queues the copies; then the copies; then the scope's own row, which until then tells a
 * repeated erasure that there is something left to do, be it a copy that no row ever named.
 */
public record Erasure(MemoryStore store, BlobLifecycle blobs, ScopeIndexSearcher searcher, Observations observations) {
    ErasureReport user(String userId) {
        return report(scopesOf(userId)).andKilledBeginnings();
    }

    ErasureReport scope(MemoryScope scope) {
        return report(List.of(scope));
    }

    ErasureReport everything() {
        ErasureReport report = report(scopes().toList());
        return report.withStrayCopies(blobs.deleteStrays(store));
    }

    private ErasureReport report(List<MemoryScope> scopes) {
        List<ErasedScope> erased = new ArrayList<>();
        UnreachableBlobs unreached = new UnreachableBlobs(blobs.place());
        for (MemoryScope scope : scopes) {
            erased.add(observations.during(Kind.ERASE, scope, observed -> erased(scope, unreached), one -> one.before()
                    .items()));
        }
        return ErasureReport.of(erased, unreached.sentences());
    }

    private ErasedScope erased(MemoryScope scope, UnreachableBlobs unreached) {
        ScopeStore memory = store.in(scope);
        Counts before = memory.counts();
        BlobErasure copies = BlobErasure.begin(blobs, memory);
        memory.clear();
        copies.delete();
        if (copies.left() == 0) {
            memory.drop();
        }
        searcher.forget(scope);
        unreached.add(scope, copies);
        boolean gone = memory.watermark().revision() == 0;
        return new ErasedScope(scope, before, memory.counts(), copies.deleted(), copies.left(), copies.missing(), gone);
    }

    private List<MemoryScope> scopesOf(String userId) {
        return scopes().filter(scope -> scope.userId().equals(userId)).toList();
    }

    private Stream<MemoryScope> scopes() {
        return AllScopes.of(store::scopes).map(ScopeSummary::scope);
    }
}
