package io.memu4j.internal.transfer.load;

import io.memu4j.model.MemoryScope;
import io.memu4j.spi.transfer.DerivedId;

/** Ids of one scope in another: the same each time, and the ids themselves where the scope stays. */
final class IdMapping {
    private final String target;
    private final boolean same;

    IdMapping(MemoryScope from, MemoryScope to) {
        this.same = from.equals(to);
        this.target = to.longHash();
    }

    String of(String id) {
        return same ? id : DerivedId.of(target, id);
    }
}
