package io.memu4j.cli;

import io.memu4j.MemoryAdmin;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.ScopeSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds which embedding model a scope's vectors are of. */
final class ScopeSpace {
    private static final int PAGE = 1_000;

    private ScopeSpace() {}

    /** The space's key, or null while the scope has no vectors. One small query per thousand scopes. */
    static @Nullable String of(MemoryAdmin admin, MemoryScope scope) {
        MemoryScope after = null;
        while (true) {
            List<ScopeSummary> page = admin.scopes(after, PAGE);
            for (ScopeSummary each : page) {
                if (each.scope().equals(scope)) {
                    EmbeddingSpace space = each.watermark().activeSpace();
                    return space == null ? null : space.key();
                }
            }
            if (page.size() < PAGE) {
                return null;
            }
            after = page.get(PAGE - 1).scope();
        }
    }
}
