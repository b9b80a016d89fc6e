package io.memu4j.store.jpa.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.memu4j.error.ConfigurationException;
import io.memu4j.internal.value.LibraryLogs;
import io.memu4j.store.jpa.tx.StoreFailures;
import java.util.List;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/** Connection pools of our own. */
final class Pools {
    private static final long CONNECTION_TIMEOUT_MILLIS = 30_000;

    private static final List<String> LIBRARIES = List.of("com.zaxxer.hikari", "org.hibernate", "org.jboss");

    private Pools() {}

    /** A configuration to complete: auto-commit, one connection kept, none tried twice on opening. */
    static HikariConfig of(String kind, int size) {
        LibraryLogs.limit(Level.WARNING, LIBRARIES);
        HikariConfig config = new HikariConfig();
        config.setPoolName("memu4j-" + kind);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(1);
        config.setAutoCommit(true);
        return config;
    }

    /**
     * Opens the pool with one connection.
     *
     * @param fresh the file that was made for it, which goes when the pool cannot be opened; null where there is none
     */
    static HikariDataSource open(String label, HikariConfig config, @Nullable NewFile fresh) {
        boolean open = false;
        try {
            HikariDataSource source = new HikariDataSource(config);
            open = true;
            return source;
        } catch (PoolInitializationException e) {
            throw StoreFailures.translated(label, e.getCause() == null ? e : e.getCause());
        } finally {
            if (!open && fresh != null) {
                fresh.discard();
            }
        }
    }

    static void requireDriver(String driverClass, String artifact) {
        try {
            Class.forName(driverClass, false, Pools.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new ConfigurationException(
                    "The driver " + driverClass + " is not on the class path. Add the dependency " + artifact + ".", e);
        }
    }
}
