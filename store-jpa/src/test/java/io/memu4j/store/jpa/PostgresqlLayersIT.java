package io.memu4j.store.jpa;

class PostgresqlLayersIT extends LayersContract {
    @Override
    TestDatabase create() {
        return TestDatabase.postgresql();
    }
}
