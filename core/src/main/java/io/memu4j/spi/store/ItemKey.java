package io.memu4j.spi.store;

import io.memu4j.internal.value.Digests;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;

/**
 * The identity of a statement: two items with the same key are the same statement within a scope.
 *
 * @param type the item's type
 * @param textHash SHA-256 of the statement in NFKC and lower case, with white space collapsed and final punctuation dropped; 64
 *     hexadecimal digits
 */
public record ItemKey(MemoryType type, String textHash) {
    /**
     * Returns the key of an item.
     *
     * @param item the item
     * @return its key
     */
    public static ItemKey of(MemoryItem item) {
        return of(item.type(), item.summary());
    }

    /**
     * Returns the key of a statement of this type.
     *
     * @param type the type
     * @param summary the statement, in any case and with any white space
     * @return the key
     */
    public static ItemKey of(MemoryType type, String summary) {
        return new ItemKey(type, Digests.sha256(Texts.normalized(summary)));
    }
}
