package io.memu4j.admin;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.ValueFields;
import io.memu4j.model.MemoryType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What {@link MemoryAdmin#applyRetention} deletes. Immutable.
 *
 * <p>Expired items always go. Age and number concern items that were extracted: what a person or the application created or edited is
 * only deleted when it expires.
 */
public final class RetentionPolicy {
    /** Deletes expired items, and nothing else. */
    public static final RetentionPolicy EXPIRED = new RetentionPolicy(new Fields());

    private final Fields fields;

    private RetentionPolicy(Fields fields) {
        this.fields = fields;
    }

    /**
     * Returns a copy that also deletes items that were last said longer ago.
     *
     * @param age positive
     * @return the copy
     * @throws InvalidInputException if the age is not positive
     */
    public RetentionPolicy withMaxAge(Duration age) {
        return copy(f -> f.maxAge = positive(age));
    }

    /**
     * Returns a copy that also deletes the items that were said longest ago, until a memory has no more than a number of them.
     *
     * @param items the number per memory, from 0; counts only items of {@link #types}
     * @return the copy
     * @throws InvalidInputException if the number is negative
     */
    public RetentionPolicy withMaxItems(int items) {
        if (items < 0) {
            throw new InvalidInputException("The number of items to keep is " + items + ". Expected at least 0.");
        }
        return copy(f -> f.maxItems = items);
    }

    /**
     * Returns a copy that deletes items of these types only. Expired items of other types go all the same.
     *
     * @param any none accepts all types
     * @return the copy
     */
    public RetentionPolicy withTypes(MemoryType... any) {
        return copy(f -> f.types = Set.of(any));
    }

    /**
     * Returns a copy that also deletes the history of items that is older.
     *
     * @param age positive
     * @return the copy
     * @throws InvalidInputException if the age is not positive
     */
    public RetentionPolicy withMaxHistoryAge(Duration age) {
        return copy(f -> f.maxHistoryAge = positive(age));
    }

    private static Duration positive(Duration age) {
        if (age.isNegative() || age.isZero()) {
            throw new InvalidInputException("The age is " + age + ". Expected a positive duration.");
        }
        return age;
    }

    /** {@return the age at which items go, or null} */
    public @Nullable Duration maxAge() {
        return fields.maxAge;
    }

    /** {@return the number of items that stay, or null} */
    public @Nullable Integer maxItems() {
        return fields.maxItems;
    }

    /** {@return the types that age and number concern; empty for all; not modifiable} */
    public Set<MemoryType> types() {
        return fields.types;
    }

    /** {@return the age at which history goes, or null} */
    public @Nullable Duration maxHistoryAge() {
        return fields.maxHistoryAge;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RetentionPolicy that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "RetentionPolicy[maxAge=" + maxAge() + ", maxItems=" + maxItems() + ", types=" + types()
                + ", maxHistoryAge=" + maxHistoryAge() + "]";
    }

    private RetentionPolicy copy(Consumer<Fields> change) {
        return new RetentionPolicy(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        @Nullable
        Duration maxAge;

        @Nullable
        Integer maxItems;

        Set<MemoryType> types = Set.of();

        @Nullable
        Duration maxHistoryAge;

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(maxAge, maxItems, types, maxHistoryAge);
        }
    }
}
