package io.memu4j.model;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which resources of a scope; all conditions hold together. Immutable.
 *
 * <p>A filter starts as {@link #ALL} and is narrowed by {@code with} methods, each of which returns a copy.
 */
public final class ResourceFilter {
    /** All resources. */
    public static final ResourceFilter ALL = new ResourceFilter(Set.of(), Map.of());

    private final Set<Modality> modalities;
    private final Map<String, String> attributes;

    private ResourceFilter(Set<Modality> modalities, Map<String, String> attributes) {
        this.modalities = Set.copyOf(modalities);
        this.attributes = Map.copyOf(attributes);
    }

    /**
     * {@return a copy that accepts resources of any of these modalities; none given accepts all}
     *
     * @param any the accepted values; empty accepts all
     */
    public ResourceFilter withModalities(Modality... any) {
        return new ResourceFilter(Set.of(any), attributes);
    }

    /**
     * {@return a copy that accepts resources having all of these attributes}
     *
     * @param all names and values, each of which must be there; empty accepts all
     */
    public ResourceFilter withAttributes(Map<String, String> all) {
        return new ResourceFilter(modalities, all);
    }

    /** {@return the accepted modalities; empty accepts all} Unmodifiable. */
    public Set<Modality> modalities() {
        return modalities;
    }

    /** {@return the attributes that a resource must have, all of them} Unmodifiable. */
    public Map<String, String> attributes() {
        return attributes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResourceFilter that
                && modalities.equals(that.modalities)
                && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(modalities, attributes);
    }

    @Override
    public String toString() {
        return "ResourceFilter[" + modalities + ", " + attributes.size() + " attributes]";
    }
}
