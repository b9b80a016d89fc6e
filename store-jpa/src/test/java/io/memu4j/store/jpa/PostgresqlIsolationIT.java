package io.memu4j.store.jpa;

class PostgresqlIsolationIT extends JpaIsolationContract {
    @Override
    TestDatabase create() {
        return TestDatabase.postgresql();
    }
}
