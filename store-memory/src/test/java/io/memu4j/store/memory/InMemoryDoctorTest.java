package io.memu4j.store.memory;

import io.memu4j.tck.DoctorContract;
import io.memu4j.tck.StoreFixture;

final class InMemoryDoctorTest extends DoctorContract {
    @Override
    protected StoreFixture open() {
        return new InMemoryFixture();
    }
}
