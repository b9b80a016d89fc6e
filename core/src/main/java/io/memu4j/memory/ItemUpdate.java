package io.memu4j.memory;

import io.memu4j.internal.value.CallerAttributes;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change in an item; null leaves a value as it is.
 *
 * @param categories names of the categories it is to be linked to from now on
 * @param expectedVersion the version the caller saw; another stored one refuses the update
 * @param propagate whether the summaries it feeds are written anew, in the same transaction
 */
public record ItemUpdate(
        @Nullable MemoryType type,
        @Nullable String summary,
        @Nullable HappenedAt happenedAt,
        @Nullable List<String> categories,
        @Nullable Map<String, String> attributes,
        @Nullable Long expectedVersion,
        boolean propagate) {
    private static final ItemUpdate NOTHING = new ItemUpdate(null, null, null, null, null, null, true);

    /** @throws io.memu4j.error.InvalidInputException when the statement is blank or too long, or the attributes are */
    public ItemUpdate {
        summary = summary == null ? null : NewItem.checkedSummary(summary);
        categories = categories == null ? null : List.copyOf(categories);
        attributes = attributes == null ? null : CallerAttributes.checked(attributes);
    }

    /** Another text. */
    public static ItemUpdate summary(String text) {
        return NOTHING.withSummary(text);
    }

    /** Another type. */
    public static ItemUpdate type(MemoryType type) {
        return NOTHING.withType(type);
    }

    /** Other links. */
    public static ItemUpdate categories(String... names) {
        return NOTHING.withCategories(names);
    }

    public ItemUpdate withSummary(String text) {
        return new ItemUpdate(type, text, happenedAt, categories, attributes, expectedVersion, propagate);
    }

    public ItemUpdate withType(MemoryType newType) {
        return new ItemUpdate(newType, summary, happenedAt, categories, attributes, expectedVersion, propagate);
    }

    public ItemUpdate withHappenedAt(HappenedAt time) {
        return new ItemUpdate(type, summary, time, categories, attributes, expectedVersion, propagate);
    }

    public ItemUpdate withCategories(String... names) {
        return new ItemUpdate(type, summary, happenedAt, List.of(names), attributes, expectedVersion, propagate);
    }

    public ItemUpdate withAttributes(Map<String, String> all) {
        return new ItemUpdate(type, summary, happenedAt, categories, all, expectedVersion, propagate);
    }

    public ItemUpdate expecting(long version) {
        return new ItemUpdate(type, summary, happenedAt, categories, attributes, version, propagate);
    }

    public ItemUpdate withoutPropagation() {
        return new ItemUpdate(type, summary, happenedAt, categories, attributes, expectedVersion, false);
    }

    @Override
    public String toString() {
        return "ItemUpdate[expecting " + expectedVersion + "]";
    }
}
