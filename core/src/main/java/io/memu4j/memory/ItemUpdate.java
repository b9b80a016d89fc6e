package io.memu4j.memory;

import io.memu4j.internal.value.CallerAttributes;
import io.memu4j.internal.value.ValueFields;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A change of an item. A null value leaves the stored one as it is. Immutable. {@link #toString} does not show the text. */
public final class ItemUpdate {
    private static final ItemUpdate NOTHING = new ItemUpdate(new Fields());

    private final Fields fields;

    private ItemUpdate(Fields fields) {
        this.fields = fields;
    }

    /** {@return an update without a change, to begin with} */
    public static ItemUpdate nothing() {
        return NOTHING;
    }

    /**
     * Changes the text.
     *
     * @param text as of {@link #withSummary}
     * @return the update
     */
    public static ItemUpdate summary(String text) {
        return NOTHING.withSummary(text);
    }

    /**
     * Changes the type.
     *
     * @param type the new type
     * @return the update
     */
    public static ItemUpdate type(MemoryType type) {
        return NOTHING.withType(type);
    }

    /**
     * Replaces the links to categories.
     *
     * @param names of categories that are configured or stored
     * @return the update
     */
    public static ItemUpdate categories(String... names) {
        return NOTHING.withCategories(names);
    }

    /**
     * Returns a copy with another type.
     *
     * @param newType of the item
     * @return the copy
     */
    public ItemUpdate withType(MemoryType newType) {
        return copy(f -> f.type = newType);
    }

    /**
     * Returns a copy with another text. The text is embedded again: one model call.
     *
     * @param text 1 to {@link io.memu4j.model.MemoryItem#MAX_LENGTH} UTF-16 units, not blank; an {@link io.memu4j.error.InvalidInputException} otherwise
     * @return the copy
     */
    public ItemUpdate withSummary(String text) {
        return copy(f -> f.summary = NewItem.checkedSummary(text));
    }

    /**
     * Returns a copy with another time when it happened.
     *
     * @param time a day, or a longer period
     * @return the copy
     */
    public ItemUpdate withHappenedAt(HappenedAt time) {
        return copy(f -> f.happenedAt = time);
    }

    /**
     * Returns a copy with another time from which the item is not found any more.
     *
     * @param time as of {@link NewItem#withExpiresAt}
     * @return the copy
     */
    public ItemUpdate withExpiresAt(Instant time) {
        return copy(f -> f.expiresAt = time);
    }

    /**
     * Returns a copy with other links. They replace all stored links.
     *
     * @param names of categories that are configured or stored
     * @return the copy
     */
    public ItemUpdate withCategories(String... names) {
        return copy(f -> f.categories = List.of(names));
    }

    /**
     * Returns a copy with other attributes. They replace all stored attributes.
     *
     * @param all within the limits of {@link CallerAttributes}; an {@link io.memu4j.error.InvalidInputException} otherwise
     * @return the copy
     */
    public ItemUpdate withAttributes(Map<String, String> all) {
        return copy(f -> f.attributes = CallerAttributes.checked(all));
    }

    /**
     * Returns a copy that is rejected with a {@link io.memu4j.error.VersionConflictException} if the stored version differs.
     *
     * @param version of the item that the caller read
     * @return the copy
     */
    public ItemUpdate expecting(long version) {
        return copy(f -> f.expectedVersion = version);
    }

    /** {@return a copy that leaves the summaries of categories as they are} Saves the model calls of summaries. */
    public ItemUpdate withoutPropagation() {
        return copy(f -> f.propagate = false);
    }

    /** {@return the new type, or null} */
    public @Nullable MemoryType type() {
        return fields.type;
    }

    /** {@return the new text, or null} */
    public @Nullable String summary() {
        return fields.summary;
    }

    /** {@return the new time when it happened, or null} */
    public @Nullable HappenedAt happenedAt() {
        return fields.happenedAt;
    }

    /** {@return the new time from which it is not found any more, or null} */
    public @Nullable Instant expiresAt() {
        return fields.expiresAt;
    }

    /** {@return the names of the categories that replace the linked ones, or null; not modifiable} */
    public @Nullable List<String> categories() {
        return fields.categories;
    }

    /** {@return the attributes that replace the stored ones, or null; not modifiable} */
    public @Nullable Map<String, String> attributes() {
        return fields.attributes;
    }

    /** {@return the version that the caller read, or null to update any version} */
    public @Nullable Long expectedVersion() {
        return fields.expectedVersion;
    }

    /** {@return whether the summaries of its categories are written again, in the same transaction} */
    public boolean propagate() {
        return fields.propagate;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ItemUpdate that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "ItemUpdate[expecting " + expectedVersion() + "]";
    }

    private ItemUpdate copy(Consumer<Fields> change) {
        return new ItemUpdate(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        @Nullable
        MemoryType type;

        @Nullable
        String summary;

        @Nullable
        HappenedAt happenedAt;

        @Nullable
        Instant expiresAt;

        @Nullable
        List<String> categories;

        @Nullable
        Map<String, String> attributes;

        @Nullable
        Long expectedVersion;

        boolean propagate = true;

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(
                    type, summary, happenedAt, expiresAt, categories, attributes, expectedVersion, propagate);
        }
    }
}
