package io.memu4j.store.jpa;

class SqliteAtomicApplyTest extends AtomicApplyContract {
    @Override
    TestDatabase create() {
        return TestDatabase.sqlite();
    }
}
