package io.memu4j.model;

/**
 * What makes two items the same statement within a scope.
 *
 * @param type the item's type
 * @param textHash SHA-256 of the statement as {@link Texts#normalized} sees it, 64 hexadecimal digits
 */
public record ItemKey(MemoryType type, String textHash) {
    /** The key of that statement. */
    public static ItemKey of(MemoryType type, String summary) {
        return new ItemKey(type, Digests.sha256(Texts.normalized(summary)));
    }
}
