package io.memu4j.store.jpa;

class PostgresqlStoreIT extends JpaStoreContract {
    @Override
    TestDatabase create() {
        return TestDatabase.postgresql();
    }
}
