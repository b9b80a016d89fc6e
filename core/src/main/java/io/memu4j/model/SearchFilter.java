package io.memu4j.model;

import java.util.Map;
import java.util.Set;

/**
 * Which units may be found; all conditions hold together, and an empty one restricts nothing. What a condition means for each kind:
 *
 * <ul>
 *   <li>a <em>passage</em> is judged by its speaker, its time, its resource, and the items it proves (their categories);
 *   <li>an <em>item</em> by its type, its attributes, its categories and its time; by modality, resource, speaker and time said through the
 *       passages it cites, one of which must meet them all. An item that cites none meets none of these;
 *   <li>a <em>resource</em> by its modality, its key and its attributes; by speaker, time said and category through its passages, one of
 *       which must meet them all;
 *   <li>a <em>category</em> by its name alone.
 * </ul>
 *
 * @param types of items, any of these
 * @param attributes of items and of resources, all of these
 * @param categories names, compared without regard to case, or ids; any of these
 * @param modalities of resources, any of these
 * @param resources source keys or ids, any of these
 * @param speakers of passages, compared without regard to case; any of these
 * @param said when passages were said
 * @param happened when what items state happened
 */
public record SearchFilter(
        Set<MemoryType> types,
        Map<String, String> attributes,
        Set<String> categories,
        Set<Modality> modalities,
        Set<String> resources,
        Set<String> speakers,
        SaidRange said,
        HappenedRange happened) {
    /** Everything in the scope. */
    public static final SearchFilter ALL = new SearchFilter(Set.of(), Map.of());

    public SearchFilter {
        types = Set.copyOf(types);
        attributes = Map.copyOf(attributes);
        categories = Set.copyOf(categories);
        modalities = Set.copyOf(modalities);
        resources = Set.copyOf(resources);
        speakers = Set.copyOf(speakers);
    }

    /** Restricts types and attributes alone. */
    public SearchFilter(Set<MemoryType> types, Map<String, String> attributes) {
        this(types, attributes, Set.of(), Set.of(), Set.of(), Set.of(), SaidRange.ANY, HappenedRange.ANY);
    }

    public SearchFilter withTypes(Set<MemoryType> any) {
        return new SearchFilter(any, attributes, categories, modalities, resources, speakers, said, happened);
    }

    public SearchFilter withAttributes(Map<String, String> all) {
        return new SearchFilter(types, all, categories, modalities, resources, speakers, said, happened);
    }

    public SearchFilter withCategories(Set<String> any) {
        return new SearchFilter(types, attributes, any, modalities, resources, speakers, said, happened);
    }

    public SearchFilter withModalities(Set<Modality> any) {
        return new SearchFilter(types, attributes, categories, any, resources, speakers, said, happened);
    }

    public SearchFilter withResources(Set<String> any) {
        return new SearchFilter(types, attributes, categories, modalities, any, speakers, said, happened);
    }

    public SearchFilter withSpeakers(Set<String> any) {
        return new SearchFilter(types, attributes, categories, modalities, resources, any, said, happened);
    }

    public SearchFilter withSaid(SaidRange range) {
        return new SearchFilter(types, attributes, categories, modalities, resources, speakers, range, happened);
    }

    public SearchFilter withHappened(HappenedRange range) {
        return new SearchFilter(types, attributes, categories, modalities, resources, speakers, said, range);
    }
}
