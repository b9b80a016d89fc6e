package io.memu4j.store.jpa;

class SqliteStoreTest extends JpaStoreContract {
    @Override
    TestDatabase create() {
        return TestDatabase.sqlite();
    }
}
