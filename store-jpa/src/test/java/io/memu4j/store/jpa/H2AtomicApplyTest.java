package io.memu4j.store.jpa;

class H2AtomicApplyTest extends AtomicApplyContract {
    @Override
    TestDatabase create() {
        return TestDatabase.h2InMemory();
    }
}
