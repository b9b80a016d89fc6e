package io.memu4j.internal.understand;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryType;
import io.memu4j.spi.store.ItemKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something worth remembering, as found in a text.
 *
 * @param text understandable without the text around it; 1 to 8,000 UTF-16 units
 * @param happenedAt when it happened, or null where the text does not say
 * @param passageIds what proves it, at least one
 * @param categories names of the topics it belongs to, or empty where that is still to be decided
 * @param speaker the name of whoever said it in these words, or null where the words are a model's or nobody is named
 * @param effect what it means for the known items that were shown with the text
 */
public record Statement(
        MemoryType type,
        String text,
        @Nullable HappenedAt happenedAt,
        List<String> passageIds,
        List<String> categories,
        @Nullable String speaker,
        KnownEffect effect) {
    /** A statement of which nobody is known to have said it, without effect on known items. */
    public Statement(
            MemoryType type,
            String text,
            @Nullable HappenedAt happenedAt,
            List<String> passageIds,
            List<String> categories) {
        this(type, text, happenedAt, passageIds, categories, null, KnownEffect.NONE);
    }

    public Statement {
        passageIds = List.copyOf(passageIds);
        categories = List.copyOf(categories);
    }

    /** The same as said by this speaker. */
    public Statement saidBy(@Nullable String name) {
        return new Statement(type, text, happenedAt, passageIds, categories, name, effect);
    }

    /** The same, proven by other passages. */
    public Statement withPassageIds(List<String> ids) {
        return new Statement(type, text, happenedAt, ids, categories, speaker, effect);
    }

    /** The identity of the item it becomes. */
    public ItemKey key() {
        return ItemKey.of(type, text, speaker, happenedAt);
    }

    @Override
    public String toString() {
        return "Statement[" + type.name() + ", " + text.length() + " characters]";
    }
}
