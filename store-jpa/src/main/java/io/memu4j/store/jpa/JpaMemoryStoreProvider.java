package io.memu4j.store.jpa;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.DatabaseConfig.Kind;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.MemoryStoreProvider;
import java.time.Clock;

/** Opens SQLite, H2 and PostgreSQL. Found with {@link java.util.ServiceLoader}. */
public final class JpaMemoryStoreProvider implements MemoryStoreProvider {
    /** Creates the provider, for {@link java.util.ServiceLoader}. Does no I/O. */
    public JpaMemoryStoreProvider() {}

    @Override
    public boolean supports(DatabaseConfig database) {
        return database.kind() != Kind.MEMORY;
    }

    @Override
    public MemoryStore open(DatabaseConfig database, Clock clock) {
        return JpaMemoryStore.open(database, clock);
    }
}
