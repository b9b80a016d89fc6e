package io.memu4j.model;

import java.util.Map;
import java.util.Set;

/**
 * Which resources of a scope; all conditions hold together.
 *
 * @param modalities any of these; empty for all
 * @param attributes having all of these
 */
public record ResourceFilter(Set<Modality> modalities, Map<String, String> attributes) {
    /** All resources. */
    public static final ResourceFilter ALL = new ResourceFilter(Set.of(), Map.of());

    public ResourceFilter {
        modalities = Set.copyOf(modalities);
        attributes = Map.copyOf(attributes);
    }

    public ResourceFilter withModalities(Modality... any) {
        return new ResourceFilter(Set.of(any), attributes);
    }

    public ResourceFilter withAttributes(Map<String, String> all) {
        return new ResourceFilter(modalities, all);
    }
}
