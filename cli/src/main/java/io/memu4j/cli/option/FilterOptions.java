package io.memu4j.cli.option;

import io.memu4j.MemoryService;
import io.memu4j.error.InvalidInputException;
import io.memu4j.model.Category;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.PageRequest;
import io.memu4j.model.SaidRange;
import io.memu4j.model.SearchFilter;
import io.memu4j.retrieve.RetrieveRequest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What may be found, and what "yesterday" refers to. */
public final class FilterOptions {
    @Option(
            names = "--type",
            paramLabel = "TYPE",
            split = ",",
            description = "Only items of this type: profile, event, knowledge, behavior, skill or tool. Repeatable.")
    private Set<String> types = new LinkedHashSet<>();

    @Option(
            names = "--category",
            paramLabel = "NAME",
            description = "Only what belongs to this category, by name or id. Repeatable.")
    private Set<String> categories = new LinkedHashSet<>();

    @Option(
            names = "--modality",
            paramLabel = "MODALITY",
            split = ",",
            converter = ModalityConverter.class,
            description = "Only from sources of this modality. Repeatable.")
    private Set<Modality> modalities = new LinkedHashSet<>();

    @Option(
            names = "--resource",
            paramLabel = "KEY",
            description = "Only from this source, by its key (a file's absolute path, a URI, a key) or id. Repeatable.")
    private Set<String> resources = new LinkedHashSet<>();

    @Option(names = "--speaker", paramLabel = "NAME", description = "Only what this person said. Repeatable.")
    private Set<String> speakers = new LinkedHashSet<>();

    @Option(
            names = "--attribute",
            paramLabel = "KEY=VALUE",
            description = "Only items and sources with this attribute. Repeatable; all must hold.")
    private Map<String, String> attributes = Map.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only what was said from then on: 2023-05-08, or 2023-05-08T14:00:00+02:00. Dates are UTC.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Only what was said until then; a date is included.")
    private @Nullable String until;

    @Option(
            names = "--now",
            paramLabel = "TIME",
            description = "What \"yesterday\" in the question refers to (default: the clock).")
    private @Nullable String now;

    /** The request with these options in it. */
    public RetrieveRequest in(RetrieveRequest request) {
        ZonedDateTime reference = now == null ? null : Times.start("--now", now);
        RetrieveRequest filtered = request.withFilter(filter());
        return reference == null ? filtered : filtered.withNow(reference);
    }

    /** Says of which types and categories this memory has nothing, so that nothing can be found. */
    public List<String> unknown(MemoryService service) {
        List<String> notes = new ArrayList<>();
        for (String name : types) {
            if (service.items()
                    .list(ItemFilter.ALL.withTypes(type(name)), PageRequest.first(1))
                    .rows()
                    .isEmpty()) {
                notes.add("No item of this memory has the type '" + name + "'. The usual types are "
                        + MemoryType.DEFAULTS.stream().map(MemoryType::name).collect(Collectors.joining(", ")) + ".");
            }
        }
        if (!categories.isEmpty()) {
            List<Category> known = service.categories().list();
            categories.stream()
                    .filter(name ->
                            known.stream().noneMatch(c -> c.name().equalsIgnoreCase(name) || c.id().equals(name)))
                    .forEach(name -> notes.add("This memory has no category '" + name + "'. It has "
                            + (known.isEmpty()
                                    ? "none yet"
                                    : known.stream().map(Category::name).collect(Collectors.joining(", ")))
                            + "."));
        }
        return notes;
    }

    private SearchFilter filter() {
        Set<MemoryType> wanted = new LinkedHashSet<>();
        types.forEach(type -> wanted.add(type(type)));
        Instant start = since == null ? null : Times.start("--since", since).toInstant();
        Instant end = until == null ? null : Times.end("--until", until).toInstant();
        return SearchFilter.ALL
                .withTypes(wanted)
                .withAttributes(attributes)
                .withCategories(categories)
                .withModalities(modalities)
                .withResources(resources)
                .withSpeakers(speakers)
                .withSaid(new SaidRange(start, end));
    }

    private static MemoryType type(String name) {
        try {
            return new MemoryType(name.toLowerCase(Locale.ROOT));
        } catch (InvalidInputException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
