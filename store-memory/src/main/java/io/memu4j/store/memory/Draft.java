package io.memu4j.store.memory;

import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.OwnerKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A write in the making: where it goes, what can be taken back, why it must be refused. One thread, under the scope's write lock. */
final class Draft {
    final ScopeTables tables;
    final Journal journal = new Journal();
    final long revision;
    private final Set<Cause> causes = EnumSet.noneOf(Cause.class);

    Draft(ScopeTables tables) {
        this.tables = tables;
        this.revision = tables.watermark.revision() + 1;
    }

    void refuse(Cause cause) {
        causes.add(cause);
    }

    /** Why nothing of this may stay, the first in the order of {@link Cause}. */
    Optional<Cause> refusal() {
        return causes.stream().findFirst();
    }

    void dropEmbedding(OwnerKind kind, String id) {
        Owner owner = new Owner(kind, id);
        journal.remove(tables.embeddings, owner);
        tables.prepared.values().forEach(rows -> journal.remove(rows, owner));
    }
}
