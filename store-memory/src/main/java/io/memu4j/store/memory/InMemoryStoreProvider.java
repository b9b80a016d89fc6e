package io.memu4j.store.memory;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.MemoryStoreProvider;
import java.time.Clock;

/** Opens stores in the heap, each empty and private to its opener. */
public final class InMemoryStoreProvider implements MemoryStoreProvider {
    /** Creates the provider, for {@link java.util.ServiceLoader}. Does no I/O. */
    public InMemoryStoreProvider() {}

    @Override
    public boolean supports(DatabaseConfig database) {
        return database.kind() == DatabaseConfig.Kind.MEMORY;
    }

    @Override
    public MemoryStore open(DatabaseConfig database, Clock clock) {
        if (!supports(database)) {
            throw new ConfigurationException("The store in memory cannot open a database of kind " + database.kind()
                    + ". Use DatabaseConfig.memory(), or add the artifact of that database.");
        }
        return new InMemoryStore(clock);
    }
}
