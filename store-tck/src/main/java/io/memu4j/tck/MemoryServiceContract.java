package io.memu4j.tck;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/**
 * The contract of memory as applications see it, as tests of the public API on one database. A store's tests extend it as they do {@link
 * MemoryStoreContract}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class MemoryServiceContract {
    private @Nullable StoreFixture fixture;

    /** For the tests of a store. */
    protected MemoryServiceContract() {}

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
    class ChangedFacts extends ChangedFactScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class KnownFacts extends KnownFactScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Rerank extends RerankScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Memorize extends MemorizeScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Redaction extends RedactionScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Limit extends LimitScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Forget extends ForgetScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Erase extends EraseScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class ErasedCopies extends ErasedCopiesScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Copies extends CopyScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Transfer extends TransferScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Separation extends SeparationScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Concurrent extends ConcurrentScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Failure extends FailureScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class ClockSetBack extends ClockScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Reembed extends ReembedScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Retrieve extends RetrieveScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class WritesDuringRetrieve extends WritesDuringRetrieveScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Filtered extends FilterScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class Async extends AsyncScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }

    @Nested
    class WithChatModel extends ChatModelScenarios {
        @Override
        StoreFixture fixture() {
            return opened();
        }
    }
}
