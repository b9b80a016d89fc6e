package io.memu4j.store.jpa;

class SqliteIsolationTest extends JpaIsolationContract {
    @Override
    TestDatabase create() {
        return TestDatabase.sqlite();
    }
}
