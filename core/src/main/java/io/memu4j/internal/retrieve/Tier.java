package io.memu4j.internal.retrieve;

import io.memu4j.spi.store.OwnerKind;

/** The kinds of rows of an answer, in the order in which they are searched: from the general to the specific. */
enum Tier {
    CATEGORIES(OwnerKind.CATEGORY),
    ITEMS(OwnerKind.ITEM),
    RESOURCES(OwnerKind.RESOURCE),
    PASSAGES(OwnerKind.PASSAGE);

    private final OwnerKind kind;

    Tier(OwnerKind kind) {
        this.kind = kind;
    }

    OwnerKind kind() {
        return kind;
    }
}
