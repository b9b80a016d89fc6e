package io.memu4j.memory;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.CallerAttributes;
import io.memu4j.internal.value.Texts;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the application's own.
 *
 * @param summary 1 to {@link MemoryItem#MAX_LENGTH} UTF-16 units, not blank
 * @param happenedAt when it happened, or null
 * @param categories names of categories to link it to; empty = the best-matching ones
 * @param attributes the caller's own, usable as filters; at most 100 pairs with keys of 255 and values of 8,000 UTF-16 units
 */
public record NewItem(
        MemoryType type,
        String summary,
        @Nullable HappenedAt happenedAt,
        List<String> categories,
        Map<String, String> attributes) {
    /** @throws InvalidInputException when the statement is blank or too long, or the attributes are */
    public NewItem {
        summary = checkedSummary(summary);
        categories = List.copyOf(categories);
        attributes = CallerAttributes.checked(attributes);
    }

    /** That statement, linked to the best-matching categories. */
    public static NewItem of(MemoryType type, String summary) {
        return new NewItem(type, summary, null, List.of(), Map.of());
    }

    public NewItem withHappenedAt(HappenedAt time) {
        return new NewItem(type, summary, time, categories, attributes);
    }

    public NewItem withCategories(String... names) {
        return new NewItem(type, summary, happenedAt, List.of(names), attributes);
    }

    public NewItem withAttributes(Map<String, String> all) {
        return new NewItem(type, summary, happenedAt, categories, all);
    }

    static String checkedSummary(String summary) {
        String clean = Texts.storable(summary).strip();
        if (clean.isEmpty() || clean.length() > MemoryItem.MAX_LENGTH) {
            throw new InvalidInputException("The statement has " + clean.length() + " characters. Expected 1 to "
                    + MemoryItem.MAX_LENGTH + ", not blank.");
        }
        return clean;
    }

    @Override
    public String toString() {
        return "NewItem[" + type.name() + ", " + summary.length() + " characters]";
    }
}
