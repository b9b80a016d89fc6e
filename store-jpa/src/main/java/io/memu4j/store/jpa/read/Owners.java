package io.memu4j.store.jpa.read;

import io.memu4j.spi.store.OwnerKind;

/** Which entity a vector stands for. */
public final class Owners {
    private Owners() {}

    /** The name of the entity in HQL. */
    public static String entity(OwnerKind kind) {
        return switch (kind) {
            case PASSAGE -> "PassageRow";
            case ITEM -> "ItemRow";
            case CATEGORY -> "CategoryRow";
            case RESOURCE -> "ResourceRow";
        };
    }
}
