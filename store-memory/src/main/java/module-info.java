/** A store that keeps everything in maps. */
module io.memu4j.store.memory {
    requires static org.jspecify;
    requires transitive io.memu4j.core;

    exports io.memu4j.store.memory;

    provides io.memu4j.spi.store.MemoryStoreProvider with
            io.memu4j.store.memory.InMemoryStoreProvider;
}
