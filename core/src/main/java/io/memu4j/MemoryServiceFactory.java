package io.memu4j;

import io.memu4j.admin.MemoryAdmin;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.config.MemorySettings;
import io.memu4j.config.Redactor;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.ModelCallListener;
import io.memu4j.observe.MemoryObserver;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.Reranker;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.transfer.MemoryTransfer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Makes memory services on one database with one set of models. Thread-safe. Opening is expensive: make one per application and close it
 * at the end. Its services fail after that.
 *
 * <p>An interface, so that containers can put a proxy before it. Applications do not implement it: later versions add methods.
 */
public interface MemoryServiceFactory extends AutoCloseable {
    /** {@return a builder with default choices} */
    static Builder builder() {
        return new Builder();
    }

    /** {@return a factory to try it out: nothing is kept, no key is needed, and {@link #service()} works} */
    static MemoryServiceFactory inMemory() {
        Builder builder = builder().database(DatabaseConfig.memory()).llm(LlmConfig.local());
        return new OpenMemoryServiceFactory(builder.wire(), true);
    }

    /**
     * Returns the memory of a user with an agent. Does no I/O.
     *
     * @param userId not blank
     * @param agentId not blank
     * @return a new lightweight service
     * @throws io.memu4j.error.InvalidInputException if an id is not valid
     */
    default MemoryService service(String userId, String agentId) {
        return service(new MemoryScope(userId, agentId));
    }

    /**
     * Returns the memory of a scope. Does no I/O.
     *
     * @param scope the user and the agent
     * @return a new lightweight service
     */
    MemoryService service(MemoryScope scope);

    /**
     * Returns the memory of the user {@code default} with the agent {@code default}.
     *
     * @return a new lightweight service
     * @throws ConfigurationException on a factory that {@link #inMemory()} did not make: a forgotten user id must not mix the memories of
     *     people
     */
    MemoryService service();

    /** {@return the operations of an operator, across scopes} */
    MemoryAdmin admin();

    /** {@return export, import, and copying between databases} */
    MemoryTransfer transfer();

    /**
     * Closes the database and the models at once. Calls that are running may fail with a {@link io.memu4j.error.StoreException}; none is
     * half done. Closing twice is allowed.
     */
    @Override
    void close();

    /**
     * Refuses new calls, waits for the calls that are running or were handed to an executor, and closes.
     *
     * @param longest how long to wait; zero or less waits for nothing
     * @return whether all calls had ended; if not, they may fail as {@link #close()} says
     */
    boolean close(Duration longest);

    /** Collects the choices of a factory. Not thread-safe. A choice that is set twice is replaced. */
    final class Builder {
        private @Nullable DatabaseConfig database;
        private @Nullable MemoryStore store;
        private @Nullable LlmConfig llm;
        private @Nullable Models models;
        private @Nullable Reranker reranker;
        private @Nullable BlobConfig blobs;
        private MemorizeConfig memorize = MemorizeConfig.DEFAULT;
        private RetrieveConfig retrieve = RetrieveConfig.DEFAULT;
        private ModelCallListener modelCalls = ModelCallListener.NONE;
        private MemoryObserver observer = MemoryObserver.NONE;
        private Clock clock = Clock.systemUTC();
        private @Nullable Executor executor;
        private @Nullable Redactor redactor;

        private Builder() {}

        /**
         * Sets what external settings say. A database, models and a place for copies that they do not name stay as they were; how to
         * memorize and to retrieve are replaced. For a data source of the application, call {@link #store} as well.
         *
         * @param settings the settings
         * @return this builder
         */
        public Builder settings(MemorySettings settings) {
            this.database = settings.database() == null ? database : settings.database();
            this.llm = settings.llm() == null ? llm : settings.llm();
            this.blobs = settings.blobs() == null ? blobs : settings.blobs();
            this.memorize = settings.memorize();
            this.retrieve = settings.retrieve();
            return this;
        }

        /**
         * Sets the database; {@link DatabaseConfig#memory()} by default.
         *
         * @param choice excludes {@link #store}
         * @return this builder
         */
        public Builder database(DatabaseConfig choice) {
            this.database = choice;
            return this;
        }

        /**
         * Sets a store that the application opened, for example on its own {@code DataSource}. The factory closes it.
         *
         * @param opened excludes {@link #database}
         * @return this builder
         */
        public Builder store(MemoryStore opened) {
            this.store = opened;
            return this;
        }

        /**
         * Sets the models; {@link LlmConfig#local()} by default.
         *
         * @param choice excludes {@link #llm(Models)}
         * @return this builder
         */
        public Builder llm(LlmConfig choice) {
            this.llm = choice;
            return this;
        }

        /**
         * Sets the application's own models. The factory closes them.
         *
         * @param own excludes {@link #llm(LlmConfig)}
         * @return this builder
         */
        public Builder llm(Models own) {
            this.models = own;
            return this;
        }

        /**
         * Sets a model that scores the first 50 passages of every search. None by default. It costs one call per retrieve, which counts in
         * {@link io.memu4j.retrieve.RetrieveResult#calls}. When it fails, the order of the search stands, and {@link
         * io.memu4j.retrieve.RetrieveResult#reranking} says so.
         *
         * @param model closed by the application
         * @return this builder
         */
        public Builder reranker(Reranker model) {
            this.reranker = model;
            return this;
        }

        /**
         * Sets where copies of sources are kept; {@link BlobConfig#beside} the database by default.
         *
         * @param choice the place
         * @return this builder
         */
        public Builder blobs(BlobConfig choice) {
            this.blobs = choice;
            return this;
        }

        /**
         * Sets how sources are memorized; {@link MemorizeConfig#DEFAULT} by default.
         *
         * @param choice the configuration
         * @return this builder
         */
        public Builder memorize(MemorizeConfig choice) {
            this.memorize = choice;
            return this;
        }

        /**
         * Sets how memory is searched; {@link RetrieveConfig#DEFAULT} by default.
         *
         * @param choice the configuration
         * @return this builder
         */
        public Builder retrieve(RetrieveConfig choice) {
            this.retrieve = choice;
            return this;
        }

        /**
         * Sets a listener for every model call.
         *
         * @param listener called by several threads: the one that made the call, or the one that ends the operation
         * @return this builder
         */
        public Builder modelCalls(ModelCallListener listener) {
            this.modelCalls = listener;
            return this;
        }

        /**
         * Sets what watches the operations of the factory and the model calls in them; nothing by default.
         *
         * @param choice for example one of {@code memu4j-micrometer}
         * @return this builder
         */
        public Builder observer(MemoryObserver choice) {
            this.observer = choice;
            return this;
        }

        /**
         * Sets the clock, for tests; the system clock in UTC by default.
         *
         * @param choice the clock
         * @return this builder
         */
        public Builder clock(Clock choice) {
            this.clock = choice;
            return this;
        }

        /**
         * Sets what is taken out of texts before they are stored or sent to a model; nothing by default. No copies of sources are kept
         * then.
         *
         * @param choice for example {@link Redactor#secrets()}
         * @return this builder
         */
        public Builder redactor(Redactor choice) {
            this.redactor = choice;
            return this;
        }

        /**
         * Sets the executor that embeds texts beside the calling thread; default: daemon threads of the factory. The application closes
         * it. In a Jakarta EE container, pass a {@code ManagedExecutorService}.
         *
         * @param choice the executor
         * @return this builder
         */
        public Builder executor(Executor choice) {
            this.executor = choice;
            return this;
        }

        /**
         * Opens the database, and migrates it if the configuration says so. Calls no model.
         *
         * @return a factory to close
         * @throws ConfigurationException if the configuration has faults; the message names all of them
         * @throws io.memu4j.error.StoreException if the database cannot be opened
         * @throws io.memu4j.error.SchemaOutOfDateException if the schema does not fit and must not be migrated here
         */
        public MemoryServiceFactory build() {
            return new OpenMemoryServiceFactory(wire(), false);
        }

        private Wiring wire() {
            rejectFaults();
            return Wiring.open(new Wiring.Choices(
                    database,
                    store,
                    llm,
                    models,
                    reranker,
                    blobs,
                    memorize,
                    retrieve,
                    modelCalls,
                    observer,
                    clock,
                    executor,
                    redactor));
        }

        private void rejectFaults() {
            List<String> faults = new ArrayList<>();
            if (database != null && store != null) {
                faults.add("both database(..) and store(..) are set: choose one");
            }
            if (llm != null && models != null) {
                faults.add("llm(..) is set to a configuration and to models: choose one");
            }
            faults.addAll(memorize.faults());
            faults.addAll(retrieve.faults());
            if (!faults.isEmpty()) {
                throw new ConfigurationException("The memory cannot be built: " + String.join("; ", faults) + ".");
            }
        }
    }
}
