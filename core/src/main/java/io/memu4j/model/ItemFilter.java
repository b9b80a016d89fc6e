package io.memu4j.model;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a scope; all conditions hold together. Immutable.
 *
 * <p>A filter starts as {@link #ALL} and is narrowed by {@code with} methods, each of which returns a copy.
 */
public final class ItemFilter {
    /** All items. */
    public static final ItemFilter ALL = new ItemFilter(Set.of(), null, null, Map.of());

    private final Set<MemoryType> types;
    private final @Nullable String categoryId;
    private final @Nullable String resourceId;
    private final Map<String, String> attributes;

    private ItemFilter(
            Set<MemoryType> types,
            @Nullable String categoryId,
            @Nullable String resourceId,
            Map<String, String> attributes) {
        this.types = Set.copyOf(types);
        this.categoryId = categoryId;
        this.resourceId = resourceId;
        this.attributes = Map.copyOf(attributes);
    }

    /**
     * {@return a copy that accepts items of any of these types; none given accepts all}
     *
     * @param any the accepted values; empty accepts all
     */
    public ItemFilter withTypes(MemoryType... any) {
        return new ItemFilter(Set.of(any), categoryId, resourceId, attributes);
    }

    /**
     * {@return a copy that accepts items linked to the category with this id}
     *
     * @param id the id of a category or resource of the same scope
     */
    public ItemFilter withCategory(String id) {
        return new ItemFilter(types, id, resourceId, attributes);
    }

    /**
     * {@return a copy that accepts items citing a passage of the resource with this id}
     *
     * @param id the id of a category or resource of the same scope
     */
    public ItemFilter withResource(String id) {
        return new ItemFilter(types, categoryId, id, attributes);
    }

    /**
     * {@return a copy that accepts items having all of these attributes}
     *
     * @param all names and values, each of which must be there; empty accepts all
     */
    public ItemFilter withAttributes(Map<String, String> all) {
        return new ItemFilter(types, categoryId, resourceId, all);
    }

    /** {@return the accepted types; empty accepts all} Unmodifiable. */
    public Set<MemoryType> types() {
        return types;
    }

    /** {@return the id of the category that an item must be linked to, or null for any} */
    public @Nullable String categoryId() {
        return categoryId;
    }

    /** {@return the id of the resource that an item must cite, or null for any} */
    public @Nullable String resourceId() {
        return resourceId;
    }

    /** {@return the attributes that an item must have, all of them} Unmodifiable. */
    public Map<String, String> attributes() {
        return attributes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ItemFilter that
                && types.equals(that.types)
                && Objects.equals(categoryId, that.categoryId)
                && Objects.equals(resourceId, that.resourceId)
                && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(types, categoryId, resourceId, attributes);
    }

    @Override
    public String toString() {
        return "ItemFilter[" + types + ", category " + categoryId + ", resource " + resourceId + ", "
                + attributes.size() + " attributes]";
    }
}
