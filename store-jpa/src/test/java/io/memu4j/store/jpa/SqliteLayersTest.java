package io.memu4j.store.jpa;

class SqliteLayersTest extends LayersContract {
    @Override
    TestDatabase create() {
        return TestDatabase.sqlite();
    }
}
