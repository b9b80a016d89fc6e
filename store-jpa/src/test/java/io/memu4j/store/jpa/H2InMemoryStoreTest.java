package io.memu4j.store.jpa;

class H2InMemoryStoreTest extends JpaStoreContract {
    @Override
    TestDatabase create() {
        return TestDatabase.h2InMemory();
    }
}
