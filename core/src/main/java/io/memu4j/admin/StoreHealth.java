package io.memu4j.admin;

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
