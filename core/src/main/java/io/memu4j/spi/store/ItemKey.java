package io.memu4j.spi.store;

import io.memu4j.internal.value.Digests;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a statement: two items with the same key are the same statement within a scope.
 *
 * @param type the item's type
 * @param textHash SHA-256 of the statement in NFKC and lower case, with white space collapsed and final punctuation dropped, and, where
 *     there is a speaker, of the speaker and the time; 64 hexadecimal digits
 */
public record ItemKey(MemoryType type, String textHash) {
    /**
     * Returns the key of an item. Its speaker and its time count only where there is a speaker: the same words of somebody else, or about
     * another day, are another statement.
     *
     * @param item the item
     * @return its key
     */
    public static ItemKey of(MemoryItem item) {
        return of(item.type(), item.summary(), item.speaker(), item.happenedAt());
    }

    /**
     * Returns the key of a statement of which nobody is known to have said it.
     *
     * @param type the type
     * @param summary the statement, in any case and with any white space
     * @return the key
     */
    public static ItemKey of(MemoryType type, String summary) {
        return of(type, summary, null, null);
    }

    /**
     * Returns the key of a statement.
     *
     * @param type the type
     * @param summary the statement, in any case and with any white space
     * @param speaker who said it, or null
     * @param happenedAt the time it speaks of, or null; ignored where there is no speaker
     * @return the key
     */
    public static ItemKey of(
            MemoryType type, String summary, @Nullable String speaker, @Nullable HappenedAt happenedAt) {
        String words = Texts.normalized(summary);
        String said = speaker == null ? words : words + '\n' + speaker + '\n' + time(happenedAt);
        return new ItemKey(type, Digests.sha256(said));
    }

    private static String time(@Nullable HappenedAt when) {
        return when == null ? "" : when.start() + "/" + when.end();
    }
}
