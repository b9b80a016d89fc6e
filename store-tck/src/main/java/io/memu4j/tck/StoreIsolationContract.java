package io.memu4j.tck;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/**
 * The part of {@link MemoryStoreContract} that holds scopes apart, for a store that runs it more than once: each time with one of its layers
 * taken away.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class StoreIsolationContract {
    private @Nullable StoreFixture fixture;

    /** For the tests of a store. */
    protected StoreIsolationContract() {}

    /**
     * Opens a database that holds no memory and has the current schema. Called once.
     *
     * @return the open database; the contract closes it
     * @throws Exception fails all tests
     */
    protected abstract StoreFixture open() throws Exception;

    @BeforeAll
    final void openDatabase() throws Exception {
        fixture = open();
    }

    @AfterAll
    final void closeDatabase() {
        if (fixture != null) {
            fixture.close();
        }
    }

    final StoreFixture opened() {
        return Objects.requireNonNull(fixture, "fixture");
    }

    @Nested
    class Isolation extends IsolationContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }
}
