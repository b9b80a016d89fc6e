package io.memu4j.store.memory;

import io.memu4j.tck.MemoryStoreContract;
import io.memu4j.tck.StoreFixture;

/** The contract of stores on the store in maps. */
final class InMemoryStoreTest extends MemoryStoreContract {
    @Override
    protected StoreFixture open() {
        return new InMemoryFixture();
    }
}
