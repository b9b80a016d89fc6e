package io.memu4j.internal.provider;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.MemoryStoreProvider;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Opens the store of a configured database. */
public final class Stores {
    private Stores() {}

    /**
     * Opens the database that was chosen, or one in the heap where none was.
     *
     * @throws ConfigurationException when no store for that kind of database is on the class path or module path
     */
    public static MemoryStore open(@Nullable DatabaseConfig chosen, Clock clock) {
        DatabaseConfig database = chosen == null ? DatabaseConfig.memory() : chosen;
        return Providers.find(MemoryStoreProvider.class, provider -> provider.supports(database))
                .orElseThrow(() -> new ConfigurationException(
                        "No store for " + database.kind() + " is on the class path. Add io.memu4j:"
                                + (database.kind() == DatabaseConfig.Kind.MEMORY
                                        ? "memu4j-store-memory."
                                        : "memu4j-store-jpa.")))
                .open(database, clock);
    }
}
