package io.memu4j.store.memory;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.MemoryStoreProvider;
import io.memu4j.tck.StoreFixture;
import java.time.Clock;
import java.util.ServiceLoader;

/** A store in maps, found as an application finds it. */
final class InMemoryFixture implements StoreFixture {
    private MemoryStore store = opened();

    @Override
    public MemoryStore store() {
        return store;
    }

    @Override
    public void reopen() {
        store.close();
        store = opened();
    }

    @Override
    public boolean isPersistent() {
        return false;
    }

    @Override
    public void close() {
        store.close();
    }

    private static MemoryStore opened() {
        return ServiceLoader.load(MemoryStoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(p -> p.supports(DatabaseConfig.memory()))
                .findFirst()
                .orElseThrow()
                .open(DatabaseConfig.memory(), Clock.systemUTC());
    }
}
