package io.memu4j.internal.retrieve;

import io.memu4j.model.OwnerKind;

/** What is looked through for an answer, from the general to the particular, in this order. */
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
