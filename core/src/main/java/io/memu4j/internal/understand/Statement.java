package io.memu4j.internal.understand;

import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something worth remembering, as found in a text.
 *
 * @param text understandable without the text around it; 1 to 8,000 UTF-16 units
 * @param happenedAt when it happened, or null where the text does not say
 * @param passageIds what proves it, at least one
 * @param categories names of the topics it belongs to, or empty where that is still to be decided
 * @param effect what it means for the known items that were shown with the text
 */
public record Statement(
        MemoryType type,
        String text,
        @Nullable HappenedAt happenedAt,
        List<String> passageIds,
        List<String> categories,
        KnownEffect effect) {
    /** Makes a statement without effect on known items. */
    public Statement(
            MemoryType type,
            String text,
            @Nullable HappenedAt happenedAt,
            List<String> passageIds,
            List<String> categories) {
        this(type, text, happenedAt, passageIds, categories, KnownEffect.NONE);
    }

    public Statement {
        passageIds = List.copyOf(passageIds);
        categories = List.copyOf(categories);
    }

    @Override
    public String toString() {
        return "Statement[" + type.name() + ", " + text.length() + " characters]";
    }
}
