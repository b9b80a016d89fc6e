package io.memu4j.store.jpa;

import io.memu4j.tck.MemoryStoreContract;
import io.memu4j.tck.StoreFixture;
import org.junit.jupiter.api.AfterEach;

/** The contract of all stores, with a look for kept connections after each test. */
abstract class JpaStoreContract extends MemoryStoreContract {
    private TestDatabase database;

    abstract TestDatabase create();

    @Override
    protected final StoreFixture open() {
        database = create();
        return database;
    }

    @AfterEach
    void no_connection_is_kept() {
        database.requireNothingLeaked();
    }
}
