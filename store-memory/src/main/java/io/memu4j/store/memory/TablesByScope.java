package io.memu4j.store.memory;

import io.memu4j.model.MemoryScope;

/** Where the rows of a scope are. */
interface TablesByScope {
    /** What the scope holds, for reading: nothing where it was never written. */
    ScopeTables toRead(MemoryScope scope);

    /** The same for writing; made where it was never written. */
    ScopeTables toWrite(MemoryScope scope);

    /** Forgets the scope; its write lock is held. */
    void remove(MemoryScope scope, ScopeTables tables);
}
