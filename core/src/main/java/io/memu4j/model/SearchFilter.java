package io.memu4j.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which passages, items, resources and categories a search may find. All conditions hold together, and an empty one restricts nothing.
 * Immutable.
 *
 * <p>A filter starts as {@link #ALL} and is narrowed by {@code with} methods, each of which returns a copy. The meaning of a condition
 * depends on the kind:
 *
 * <ul>
 *   <li>A <em>passage</em> is judged by its speaker, its time, its resource with the attributes of that, and the categories of the items
 *       it proves.
 *   <li>An <em>item</em> is judged by its type, its categories and the time it happened. One of the passages it cites must meet the
 *       conditions on modality, resource, speaker and time said, all of them together. An item that cites no passage meets none of these.
 *       The attributes are its own, or those of the resource of such a passage.
 *   <li>A <em>resource</em> is judged by its modality, its key and its attributes. One of its passages must meet the conditions on
 *       speaker, time said and category, all of them together.
 *   <li>A <em>category</em> is judged by its name alone.
 * </ul>
 *
 * <p>{@link #toString()} shows how many values each condition has, and none of the values.
 */
public final class SearchFilter {
    /** Everything in the scope. */
    public static final SearchFilter ALL = new SearchFilter(
            Set.of(), Map.of(), Set.of(), Set.of(), Set.of(), Set.of(), SaidRange.ANY, HappenedRange.ANY);

    private final Set<MemoryType> types;
    private final Map<String, String> attributes;
    private final Set<String> categories;
    private final Set<Modality> modalities;
    private final Set<String> resources;
    private final Set<String> speakers;
    private final SaidRange said;
    private final HappenedRange happened;

    private SearchFilter(
            Set<MemoryType> types,
            Map<String, String> attributes,
            Set<String> categories,
            Set<Modality> modalities,
            Set<String> resources,
            Set<String> speakers,
            SaidRange said,
            HappenedRange happened) {
        this.types = Set.copyOf(types);
        this.attributes = Map.copyOf(attributes);
        this.categories = Set.copyOf(categories);
        this.modalities = Set.copyOf(modalities);
        this.resources = Set.copyOf(resources);
        this.speakers = Set.copyOf(speakers);
        this.said = said;
        this.happened = happened;
    }

    /** Returns a copy that accepts items of any of these types. */
    public SearchFilter withTypes(Set<MemoryType> any) {
        return new SearchFilter(any, attributes, categories, modalities, resources, speakers, said, happened);
    }

    /** Returns a copy that accepts items and resources having all of these attributes. */
    public SearchFilter withAttributes(Map<String, String> all) {
        return new SearchFilter(types, all, categories, modalities, resources, speakers, said, happened);
    }

    /** Returns a copy that accepts any of these categories, given by id, or by name without regard to case. */
    public SearchFilter withCategories(Set<String> any) {
        return new SearchFilter(types, attributes, any, modalities, resources, speakers, said, happened);
    }

    /** Returns a copy that accepts resources of any of these modalities. */
    public SearchFilter withModalities(Set<Modality> any) {
        return new SearchFilter(types, attributes, categories, any, resources, speakers, said, happened);
    }

    /** Returns a copy that accepts any of these resources, given by source key or id. */
    public SearchFilter withResources(Set<String> any) {
        return new SearchFilter(types, attributes, categories, modalities, any, speakers, said, happened);
    }

    /** Returns a copy that accepts passages of any of these speakers, compared without regard to case. */
    public SearchFilter withSpeakers(Set<String> any) {
        return new SearchFilter(types, attributes, categories, modalities, resources, any, said, happened);
    }

    /** Returns a copy that accepts passages said in this range. */
    public SearchFilter withSaid(SaidRange range) {
        return new SearchFilter(types, attributes, categories, modalities, resources, speakers, range, happened);
    }

    /** Returns a copy that accepts items stating what happened in this range. */
    public SearchFilter withHappened(HappenedRange range) {
        return new SearchFilter(types, attributes, categories, modalities, resources, speakers, said, range);
    }

    /** Returns the accepted types of items. Unmodifiable. */
    public Set<MemoryType> types() {
        return types;
    }

    /** Returns the attributes that items and resources must have, all of them. Unmodifiable. */
    public Map<String, String> attributes() {
        return attributes;
    }

    /** Returns the names or ids of the accepted categories. Unmodifiable. */
    public Set<String> categories() {
        return categories;
    }

    /** Returns the accepted modalities of resources. Unmodifiable. */
    public Set<Modality> modalities() {
        return modalities;
    }

    /** Returns the source keys or ids of the accepted resources. Unmodifiable. */
    public Set<String> resources() {
        return resources;
    }

    /** Returns the accepted speakers of passages. Unmodifiable. */
    public Set<String> speakers() {
        return speakers;
    }

    /** Returns when passages were said. */
    public SaidRange said() {
        return said;
    }

    /** Returns the range in which the stated events happened. */
    public HappenedRange happened() {
        return happened;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SearchFilter that && Arrays.equals(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    @Override
    public String toString() {
        return "SearchFilter[types=" + types.size() + ", attributes=" + attributes.size() + ", categories="
                + categories.size() + ", modalities=" + modalities + ", resources=" + resources.size() + ", speakers="
                + speakers.size() + ", said=" + said + ", happened=" + happened + "]";
    }

    private Object[] parts() {
        return new Object[] {types, attributes, categories, modalities, resources, speakers, said, happened};
    }
}
