package io.memu4j.spi.store;

import io.memu4j.config.DatabaseConfig;

/** Opens stores of some kinds; found with {@link java.util.ServiceLoader}. Constructors do no I/O. */
public interface MemoryStoreProvider {
    /** Whether {@link #open} can open that. No I/O. */
    boolean supports(DatabaseConfig database);

    /**
     * Opens the database, creating or migrating it where the configuration allows.
     *
     * @throws io.memu4j.error.StoreException when it cannot be reached
     * @throws io.memu4j.error.SchemaOutOfDateException when its schema does not fit and must not be migrated here
     * @throws io.memu4j.error.ConfigurationException when the configuration is wrong, or a driver is missing
     */
    MemoryStore open(DatabaseConfig database);
}
