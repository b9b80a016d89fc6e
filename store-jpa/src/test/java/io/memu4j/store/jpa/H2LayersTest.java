package io.memu4j.store.jpa;

class H2LayersTest extends LayersContract {
    @Override
    TestDatabase create() {
        return TestDatabase.h2InMemory();
    }
}
