package io.memu4j.tck;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/**
 * The contract of a {@link io.memu4j.spi.store.MemoryStore}, as tests. The tests of a store extend it with one subclass per database,
 * which opens that database. All tests of a class share it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MemoryStoreContract {
    private @Nullable StoreFixture fixture;

    /** For the tests of a store. */
    protected MemoryStoreContract() {}

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

    private StoreFixture opened() {
        return Objects.requireNonNull(fixture, "fixture");
    }

    @Nested
    class Sources extends SourceContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Items extends ItemContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Reinforcements extends ReinforcementContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Validities extends ValidityContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Histories extends HistoryContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Categories extends CategoryContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Embeddings extends EmbeddingContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Vectors extends VectorsContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Refusals extends RefusalContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Revisions extends RevisionContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class ChangesSince extends ChangesSinceContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Paging extends PagingContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Texts extends TextContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Isolation extends IsolationContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Concurrency extends ConcurrencyContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Housekeeping extends HousekeepingContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Snapshots extends SnapshotContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Lifecycle extends LifecycleContract {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }
}
