package io.memu4j.store.jpa;

import io.memu4j.tck.DoctorContract;
import io.memu4j.tck.StoreFixture;

class PostgresqlDoctorIT extends DoctorContract {
    @Override
    protected StoreFixture open() {
        return TestDatabase.postgresql();
    }
}
