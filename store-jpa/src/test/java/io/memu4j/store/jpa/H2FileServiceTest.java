package io.memu4j.store.jpa;

import io.memu4j.tck.MemoryServiceContract;
import io.memu4j.tck.StoreFixture;

/** What memory promises to applications, on an H2 file. */
class H2FileServiceTest extends MemoryServiceContract {
    @Override
    protected StoreFixture open() {
        return TestDatabase.h2File();
    }
}
