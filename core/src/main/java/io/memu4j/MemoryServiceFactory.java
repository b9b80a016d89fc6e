package io.memu4j;

import io.memu4j.admin.MemoryAdmin;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.ModelCallListener;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.transfer.MemoryTransfer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Makes memory services on one database with one set of models. Heavy and thread-safe: one per application, closed when that ends. The
 * services it made fail after it is closed.
 */
public final class MemoryServiceFactory implements AutoCloseable {
    private static final MemoryScope QUICK_START = new MemoryScope("default", "default");

    private final Wiring wiring;
    private final boolean quickStart;

    private MemoryServiceFactory(Wiring wiring, boolean quickStart) {
        this.wiring = wiring;
        this.quickStart = quickStart;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** For trying it out: nothing is kept, no key is needed, and {@link #service()} works. */
    public static MemoryServiceFactory inMemory() {
        Builder builder = builder().database(DatabaseConfig.memory()).llm(LlmConfig.local());
        return new MemoryServiceFactory(builder.wire(), true);
    }

    /** The memory of that user with that agent. No I/O. */
    public MemoryService service(String userId, String agentId) {
        return service(new MemoryScope(userId, agentId));
    }

    /** The memory of that scope. No I/O. */
    public MemoryService service(MemoryScope scope) {
        return wiring.service(scope);
    }

    /**
     * The memory of the user {@code default} with the agent {@code default}.
     *
     * @throws ConfigurationException on any factory but that of {@link #inMemory()}: a forgotten user id must not mix people's memories
     */
    public MemoryService service() {
        if (!quickStart) {
            throw new ConfigurationException("service() without ids works on MemoryServiceFactory.inMemory() alone."
                    + " Name the user and the agent: service(userId, agentId).");
        }
        return service(QUICK_START);
    }

    public MemoryAdmin admin() {
        return wiring.admin();
    }

    /** Takes memory out of the database and into it: export, import, copy. */
    public MemoryTransfer transfer() {
        return wiring.transfer();
    }

    /** Closes the database and the models. Closing twice is allowed. */
    @Override
    public void close() {
        wiring.close();
    }

    /** Collects what a factory is made of. One thread. */
    public static final class Builder {
        private @Nullable DatabaseConfig database;
        private @Nullable MemoryStore store;
        private @Nullable LlmConfig llm;
        private @Nullable Models models;
        private @Nullable BlobConfig blobs;
        private MemorizeConfig memorize = MemorizeConfig.DEFAULT;
        private RetrieveConfig retrieve = RetrieveConfig.DEFAULT;
        private ModelCallListener modelCalls = ModelCallListener.NONE;
        private Clock clock = Clock.systemUTC();
        private @Nullable Executor executor;

        private Builder() {}

        /** Where memory is kept; not chosen = {@link DatabaseConfig#memory()}. */
        public Builder database(DatabaseConfig choice) {
            this.database = choice;
            return this;
        }

        /** A store opened by the application, for example on its own {@code DataSource}; closed with the factory. */
        public Builder store(MemoryStore opened) {
            this.store = opened;
            return this;
        }

        /** Which models understand and embed; not chosen = {@link LlmConfig#local()}. */
        public Builder llm(LlmConfig choice) {
            this.llm = choice;
            return this;
        }

        /** Models of the application's own; closed with the factory. */
        public Builder llm(Models own) {
            this.models = own;
            return this;
        }

        /** Where copies of sources are kept; not chosen = {@link BlobConfig#beside} the database. */
        public Builder blobs(BlobConfig choice) {
            this.blobs = choice;
            return this;
        }

        public Builder memorize(MemorizeConfig choice) {
            this.memorize = choice;
            return this;
        }

        public Builder retrieve(RetrieveConfig choice) {
            this.retrieve = choice;
            return this;
        }

        /** Told about every call of a model. */
        public Builder modelCalls(ModelCallListener listener) {
            this.modelCalls = listener;
            return this;
        }

        /** Tells the time; for tests. */
        public Builder clock(Clock choice) {
            this.clock = choice;
            return this;
        }

        /**
         * Sets the executor that embeds texts beside the calling thread; default: daemon threads of the factory. The application closes
         * it. In a Jakarta EE container, pass a {@code ManagedExecutorService}.
         */
        public Builder executor(Executor choice) {
            this.executor = choice;
            return this;
        }

        /**
         * Opens the database.
         *
         * @throws ConfigurationException naming all faults of the configuration at once
         * @throws io.memu4j.error.StoreException when the database cannot be opened
         * @throws io.memu4j.error.SchemaOutOfDateException when its schema does not fit and must not be migrated here
         */
        public MemoryServiceFactory build() {
            return new MemoryServiceFactory(wire(), false);
        }

        private Wiring wire() {
            rejectFaults();
            return Wiring.open(new Wiring.Choices(
                    database, store, llm, models, blobs, memorize, retrieve, modelCalls, clock, executor));
        }

        private void rejectFaults() {
            List<String> faults = new ArrayList<>();
            if (database != null && store != null) {
                faults.add("both database(..) and store(..) are set: choose one");
            }
            if (llm != null && models != null) {
                faults.add("llm(..) is set to a configuration and to models: choose one");
            }
            if (memorize.types().isEmpty()) {
                faults.add("memorize(..) names no memory types: name at least one");
            }
            if (memorize.maxSourceBytes() < 1) {
                faults.add("memorize(..) accepts sources up to " + memorize.maxSourceBytes()
                        + " bytes: accept at least 1");
            }
            if (memorize.summaryTargetWords() < 10) {
                faults.add("memorize(..) wants summaries of " + memorize.summaryTargetWords()
                        + " words: allow at least 10");
            }
            if (!faults.isEmpty()) {
                throw new ConfigurationException("The memory cannot be built: " + String.join("; ", faults) + ".");
            }
        }
    }
}
