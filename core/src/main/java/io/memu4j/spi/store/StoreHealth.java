package io.memu4j.spi.store;

import org.jspecify.annotations.Nullable;

/**
 * Whether a store answers.
 *
 * @param store its kind and version, for people
 * @param problem what is wrong, or null when all is well
 */
public record StoreHealth(String store, @Nullable String problem) {
    public boolean isUp() {
        return problem == null;
    }
}
