package io.memu4j.spi.store;

import io.memu4j.config.DatabaseConfig;
import java.time.Clock;

/** Opens some kinds of stores. Found with {@link java.util.ServiceLoader}; the constructor does no I/O. */
public interface MemoryStoreProvider {
    /**
     * Returns whether this provider opens a database. Does no I/O.
     *
     * @param database the configuration
     * @return whether {@link #open} can be called with it
     */
    boolean supports(DatabaseConfig database);

    /**
     * Opens the database. Creates or migrates it if the configuration allows that.
     *
     * @param database a supported configuration
     * @param clock gives the times of rows that the store makes itself, such as a scope or a queued deletion
     * @return the store; the caller closes it
     * @throws io.memu4j.error.StoreException if the database cannot be reached
     * @throws io.memu4j.error.SchemaOutOfDateException if its schema does not fit and must not be migrated here
     * @throws io.memu4j.error.ConfigurationException if the configuration is wrong, or a driver is missing
     */
    MemoryStore open(DatabaseConfig database, Clock clock);
}
