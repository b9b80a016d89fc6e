package io.memu4j.store.jpa;

import io.memu4j.tck.MemoryServiceContract;
import io.memu4j.tck.StoreFixture;

/** What memory promises to applications, on PostgreSQL. */
class PostgresqlServiceIT extends MemoryServiceContract {
    @Override
    protected StoreFixture open() {
        return TestDatabase.postgresql();
    }
}
