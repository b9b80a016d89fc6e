package io.memu4j.store.jpa;

import io.memu4j.tck.DoctorContract;
import io.memu4j.tck.StoreFixture;

class SqliteDoctorTest extends DoctorContract {
    @Override
    protected StoreFixture open() {
        return TestDatabase.sqlite();
    }
}
