package io.memu4j.memorize;

import io.memu4j.internal.value.ValueFields;
import io.memu4j.model.CallTotals;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Resource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a memorize stored. Immutable; lists are not modifiable. {@link #toString} shows no text. */
public final class MemorizeResult {
    /**
     * A link of an item to a category.
     *
     * @param itemId the id of the item
     * @param categoryId the id of the category
     */
    public record Relation(String itemId, String categoryId) {}

    private final Fields fields;

    private MemorizeResult(Fields fields) {
        this.fields = fields;
    }

    /**
     * Makes the result of a source that was written, without statements.
     *
     * @param resource the source as stored
     * @return the result
     */
    public static MemorizeResult of(Resource resource) {
        return new MemorizeResult(new Fields(resource));
    }

    /**
     * Makes the result of a source that was stored with the same content before.
     *
     * @param resource the source as stored
     * @return the result
     */
    public static MemorizeResult unchanged(Resource resource) {
        return of(resource).copy(f -> f.unchanged = true);
    }

    /**
     * Returns a copy with statements.
     *
     * @param rows new and reinforced, in the order of the text
     * @return the copy
     */
    public MemorizeResult withItems(List<MemoryItem> rows) {
        return copy(f -> f.items = List.copyOf(rows));
    }

    /**
     * Returns a copy with categories.
     *
     * @param rows those of the items, by name
     * @return the copy
     */
    public MemorizeResult withCategories(List<Category> rows) {
        return copy(f -> f.categories = List.copyOf(rows));
    }

    /**
     * Returns a copy with links.
     *
     * @param links between the items and the categories
     * @return the copy
     */
    public MemorizeResult withRelations(List<Relation> links) {
        return copy(f -> f.relations = List.copyOf(links));
    }

    /**
     * Returns a copy with model calls.
     *
     * @param made their totals
     * @return the copy
     */
    public MemorizeResult withCalls(CallTotals made) {
        return copy(f -> f.calls = made);
    }

    /**
     * Returns a copy with what was left out.
     *
     * @param reasons a line for each answer of a model with statements that do not count
     * @return the copy
     */
    public MemorizeResult withLeftOut(List<String> reasons) {
        return copy(f -> f.leftOut = List.copyOf(reasons));
    }

    /**
     * Returns a copy that says whether anything was understood.
     *
     * @param any whether a part of the source was understood
     * @return the copy
     */
    public MemorizeResult withUnderstood(boolean any) {
        return copy(f -> f.understood = any);
    }

    /** {@return the source as stored} */
    public Resource resource() {
        return fields.resource;
    }

    /** {@return whether the source was stored with the same content before; then nothing was written} */
    public boolean unchanged() {
        return fields.unchanged;
    }

    /** {@return new and reinforced statements in the order of the text; empty if unchanged} */
    public List<MemoryItem> items() {
        return fields.items;
    }

    /** {@return the categories of those items, by name; empty if unchanged} */
    public List<Category> categories() {
        return fields.categories;
    }

    /** {@return the links between those items and those categories} */
    public List<Relation> relations() {
        return fields.relations;
    }

    /**
     * {@return how many statements of a model were left out and why, a line for each answer, such as "2 without the number of a line that
     * says it, from 1 to 6"; empty when all count}
     */
    public List<String> leftOut() {
        return fields.leftOut;
    }

    /**
     * {@return false when the model gave no usable answer about any part of what was read}
     *
     * <p>Its text is stored and found all the same, rules stand in for the model, and memorizing the source again asks the model again.
     */
    public boolean understood() {
        return fields.understood;
    }

    /** {@return the model calls that were made} */
    public CallTotals calls() {
        return fields.calls;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemorizeResult that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "MemorizeResult["
                + (unchanged()
                        ? "unchanged"
                        : items().size() + " items, " + categories().size() + " categories") + "]";
    }

    private MemorizeResult copy(Consumer<Fields> change) {
        return new MemorizeResult(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        final Resource resource;
        boolean unchanged = false;
        List<MemoryItem> items = List.of();
        List<Category> categories = List.of();
        List<Relation> relations = List.of();
        CallTotals calls = CallTotals.NONE;
        List<String> leftOut = List.of();
        boolean understood = true;

        Fields(Resource resource) {
            this.resource = resource;
        }

        @Override
        protected List<?> compared() {
            return List.of(resource, unchanged, items, categories, relations, calls, leftOut, understood);
        }
    }
}
