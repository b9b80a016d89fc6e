package io.memu4j.store.jpa;

class H2IsolationTest extends JpaIsolationContract {
    @Override
    TestDatabase create() {
        return TestDatabase.h2InMemory();
    }
}
