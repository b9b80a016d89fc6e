package io.memu4j.store.jpa;

class PostgresqlAtomicApplyIT extends AtomicApplyContract {
    @Override
    TestDatabase create() {
        return TestDatabase.postgresql();
    }
}
