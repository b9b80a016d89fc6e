package io.memu4j.store.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.store.jpa.session.Layers;
import io.memu4j.tck.StoreFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A database of one kind, in a folder of its own, with a store on it. Closing it checks that no connection was kept. */
final class TestDatabase implements StoreFixture {
    private final Path folder;
    private final DatabaseConfig config;
    private final Layers layers;
    private JpaMemoryStore store;

    private TestDatabase(Path folder, DatabaseConfig config) {
        this(folder, config, Layers.ALL);
    }

    private TestDatabase(Path folder, DatabaseConfig config, Layers layers) {
        this.folder = folder;
        this.config = config;
        this.layers = layers;
        this.store = JpaMemoryStore.open(config, Clock.systemUTC(), layers);
    }

    /** Another database of the kind of {@code like}, confined by those layers only. */
    static TestDatabase like(TestDatabase like, Layers layers) {
        Path folder = newFolder();
        DatabaseConfig config =
                switch (like.config.kind()) {
                    case SQLITE -> DatabaseConfig.sqlite(folder.resolve("memu.db"));
                    case POSTGRESQL -> Postgres.freshDatabase();
                    case H2, MEMORY -> DatabaseConfig.h2InMemory();
                };
        return new TestDatabase(folder, config, layers);
    }

    static TestDatabase sqlite() {
        Path folder = newFolder();
        return new TestDatabase(folder, DatabaseConfig.sqlite(folder.resolve("not yet/memu.db")));
    }

    static TestDatabase h2File() {
        Path folder = newFolder();
        return new TestDatabase(folder, DatabaseConfig.h2(folder.resolve("memu")));
    }

    static TestDatabase h2InMemory() {
        return new TestDatabase(newFolder(), DatabaseConfig.h2InMemory());
    }

    static TestDatabase postgresql() {
        return new TestDatabase(newFolder(), Postgres.freshDatabase());
    }

    @Override
    public MemoryStore store() {
        return store;
    }

    JpaMemoryStore jpa() {
        return store;
    }

    DatabaseConfig config() {
        return config;
    }

    @Override
    public void reopen() {
        requireNothingLeaked();
        store.close();
        openAgain();
    }

    /** Opens a store after the one before was closed. */
    void openAgain() {
        store = JpaMemoryStore.open(config, Clock.systemUTC(), layers);
    }

    @Override
    public boolean isPersistent() {
        return config.isPersistent();
    }

    /** Fails when a connection was not given back. */
    void requireNothingLeaked() {
        assertThat(connectionsInUse()).as("connections in use").isZero();
    }

    int connectionsInUse() {
        HikariDataSource pool = (HikariDataSource) store.database().source();
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    @Override
    public void close() {
        requireNothingLeaked();
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("memu4j-store-jpa");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
