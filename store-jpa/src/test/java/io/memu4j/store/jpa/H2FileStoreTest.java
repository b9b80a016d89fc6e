package io.memu4j.store.jpa;

class H2FileStoreTest extends JpaStoreContract {
    @Override
    TestDatabase create() {
        return TestDatabase.h2File();
    }
}
