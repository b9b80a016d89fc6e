package io.memu4j.model;

import java.util.Locale;

/** How much of a resource was understood. */
public enum ResourceState {
    /** All of it. */
    COMPLETE,
    /** Some windows of its text gave no usable answer; memorizing it again does only those. */
    PARTIAL;

    /** {@return the name in lower case, as written in results} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
