package io.memu4j.memory;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.CallerAttributes;
import io.memu4j.internal.value.Texts;
import io.memu4j.internal.value.ValueFields;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A statement that the application adds itself. Immutable. {@link #toString} does not show its text. */
public final class NewItem {
    private final Fields fields;

    private NewItem(Fields fields) {
        this.fields = fields;
    }

    /**
     * Makes a statement that is linked to the best matching categories.
     *
     * @param type the type of the statement
     * @param summary 1 to {@link MemoryItem#MAX_LENGTH} UTF-16 units, not blank; blanks at its ends are removed
     * @return the statement
     * @throws InvalidInputException if the text is blank or too long
     */
    public static NewItem of(MemoryType type, String summary) {
        return new NewItem(new Fields(type, checkedSummary(summary)));
    }

    static String checkedSummary(String summary) {
        String clean = Texts.storable(summary).strip();
        if (clean.isEmpty() || clean.length() > MemoryItem.MAX_LENGTH) {
            throw new InvalidInputException("The statement has " + clean.length() + " characters. Expected 1 to "
                    + MemoryItem.MAX_LENGTH + ", not blank.");
        }
        return clean;
    }

    /**
     * Returns a copy with another text.
     *
     * @param text as in {@link #of}
     * @return the copy
     * @throws InvalidInputException if the text is blank or too long
     */
    public NewItem withSummary(String text) {
        String clean = checkedSummary(text);
        return copy(f -> f.summary = clean);
    }

    /**
     * Returns a copy with the time when it happened.
     *
     * @param time a day, or a longer period
     * @return the copy
     */
    public NewItem withHappenedAt(HappenedAt time) {
        return copy(f -> f.happenedAt = time);
    }

    /**
     * Returns a copy with categories to link.
     *
     * @param names of categories that are configured or stored
     * @return the copy
     */
    public NewItem withCategories(String... names) {
        return copy(f -> f.categories = List.of(names));
    }

    /**
     * Returns a copy with attributes of the caller.
     *
     * @param all within the limits of {@link CallerAttributes}; an {@link InvalidInputException} otherwise
     * @return the copy
     */
    public NewItem withAttributes(Map<String, String> all) {
        return copy(f -> f.attributes = CallerAttributes.checked(all));
    }

    /**
     * Returns a copy with the time from which it is not found any more. It is deleted when {@link
     * io.memu4j.admin.MemoryAdmin#applyRetention} runs.
     *
     * @param time from which it is not found
     * @return the copy
     */
    public NewItem withExpiresAt(Instant time) {
        return copy(f -> f.expiresAt = time);
    }

    /** {@return the time from which it is not found any more, or null} */
    public @Nullable Instant expiresAt() {
        return fields.expiresAt;
    }

    /** {@return the type of the statement} */
    public MemoryType type() {
        return fields.type;
    }

    /** {@return the statement, without blanks at its ends} */
    public String summary() {
        return fields.summary;
    }

    /** {@return the time when it happened, or null} */
    public @Nullable HappenedAt happenedAt() {
        return fields.happenedAt;
    }

    /** {@return the names of the categories to link; empty = the best matching ones; not modifiable} */
    public List<String> categories() {
        return fields.categories;
    }

    /** {@return the caller's attributes, usable in filters; not modifiable} */
    public Map<String, String> attributes() {
        return fields.attributes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NewItem that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "NewItem[" + type().name() + ", " + summary().length() + " characters]";
    }

    private NewItem copy(Consumer<Fields> change) {
        return new NewItem(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        final MemoryType type;
        String summary;

        @Nullable
        HappenedAt happenedAt;

        @Nullable
        Instant expiresAt;

        List<String> categories = List.of();
        Map<String, String> attributes = Map.of();

        Fields(MemoryType type, String summary) {
            this.type = type;
            this.summary = summary;
        }

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(type, summary, happenedAt, expiresAt, categories, attributes);
        }
    }
}
