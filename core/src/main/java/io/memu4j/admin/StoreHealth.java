package io.memu4j.admin;

import org.jspecify.annotations.Nullable;

/**
 * Whether a store responds.
 *
 * @param store its kind and version, for people
 * @param problem what is wrong, or null
 */
public record StoreHealth(String store, @Nullable String problem) {
    /** {@return whether there is no problem} */
    public boolean isUp() {
        return problem == null;
    }
}
