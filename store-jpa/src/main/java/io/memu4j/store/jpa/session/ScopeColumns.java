package io.memu4j.store.jpa.session;

import io.memu4j.admin.ScopeSummary;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Watermark;
import io.memu4j.store.jpa.entity.Micros;
import org.jspecify.annotations.Nullable;

/** Reads the selected columns of a scope's own row. */
public final class ScopeColumns {
    private ScopeColumns() {}

    /** Reads user id, agent id, creation time, then the columns of {@link #watermark}. */
    static ScopeSummary summary(Object[] row) {
        MemoryScope scope = new MemoryScope((String) row[0], (String) row[1]);
        return new ScopeSummary(scope, watermark(row, 3), Micros.instant((Long) row[2]));
    }

    /** Reads incarnation, revision, last deleting revision, active space, from index {@code from} on. */
    public static Watermark watermark(Object[] row, int from) {
        @Nullable String space = (String) row[from + 3];
        return new Watermark(
                (String) row[from],
                (Long) row[from + 1],
                (Long) row[from + 2],
                space == null ? null : EmbeddingSpace.of(space));
    }
}
