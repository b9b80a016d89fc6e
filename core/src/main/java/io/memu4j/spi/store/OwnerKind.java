package io.memu4j.spi.store;

import java.util.Locale;

/** What a vector stands for. */
public enum OwnerKind {
    /** A passage's text. */
    PASSAGE,
    /** An item's statement. */
    ITEM,
    /** A category's summary. */
    CATEGORY,
    /** A resource's caption. */
    RESOURCE;

    /**
     * Returns the name as it is stored.
     *
     * @return the name in lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
