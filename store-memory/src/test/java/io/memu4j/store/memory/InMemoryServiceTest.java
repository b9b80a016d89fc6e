package io.memu4j.store.memory;

import io.memu4j.tck.MemoryServiceContract;
import io.memu4j.tck.StoreFixture;

/** What memory promises to applications, on the store in maps. */
final class InMemoryServiceTest extends MemoryServiceContract {
    @Override
    protected StoreFixture open() {
        return new InMemoryFixture();
    }
}
