package io.memu4j.cli.command;

import io.memu4j.admin.MemoryAdmin;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.AllScopes;
import org.jspecify.annotations.Nullable;

/** Finds which embedding model a scope's vectors are of. */
final class ScopeSpace {
    private ScopeSpace() {}

    /** The space's key, or null while the scope has no vectors. One small query a page of scopes. */
    static @Nullable String of(MemoryAdmin admin, MemoryScope scope) {
        EmbeddingSpace space = AllScopes.of(admin::scopes)
                .filter(each -> each.scope().equals(scope))
                .findFirst()
                .map(each -> each.watermark().activeSpace())
                .orElse(null);
        return space == null ? null : space.key();
    }
}
