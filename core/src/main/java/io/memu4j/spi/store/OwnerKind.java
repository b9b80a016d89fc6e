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

    /** The name in lower case, as stored. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
