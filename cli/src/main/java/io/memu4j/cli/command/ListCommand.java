package io.memu4j.cli.command;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.cli.view.JsonViews;
import io.memu4j.cli.view.Lines;
import io.memu4j.cli.view.Table;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.model.Category;
import io.memu4j.model.Cursor;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.Page;
import io.memu4j.model.PageRequest;
import io.memu4j.model.ResourceFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what a memory holds, oldest first, page by page. */
@Command(name = "list", description = "List what is remembered, oldest first.")
final class ListCommand implements Callable<Integer> {
    private static final List<String> HEAD = List.of("id", "kind", "text");

    private final CommonOptions options;
    private final Console console;

    @Parameters(paramLabel = "items|categories|resources", description = "What to list.")
    private String kind = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "At most so many rows, 1 to 1000 (default: ${DEFAULT-VALUE}). Categories are listed whole.")
    private int limit = 100;

    @Option(names = "--cursor", paramLabel = "TEXT", description = "Go on where the page before ended.")
    private @Nullable String cursor;

    private boolean colors;

    ListCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.scope();
        PageRequest page = page();
        colors = options.colors(Console.READ_BY_A_PERSON);
        if (!List.of("items", "categories", "resources").contains(kind)) {
            throw new UsageException("'" + kind + "' cannot be listed. Expected items, categories or resources.");
        }
        try (MemoryServiceFactory factory = OpenMemory.forReading(options, LlmConfig.none(), console)) {
            MemoryService service = OpenMemory.service(factory, options);
            switch (kind) {
                case "items" ->
                    show(service.items().list(ItemFilter.ALL, page), JsonViews::of, Lines::of, Lines::cells);
                case "resources" ->
                    show(service.resources().list(ResourceFilter.ALL, page), JsonViews::of, Lines::of, Lines::cells);
                default ->
                    show(new Page<Category>(service.categories().list(), null), JsonViews::of, Lines::of, Lines::cells);
            }
        }
        return 0;
    }

    /** A table for a person, who sees colors; a line each for other programs. */
    private <T> void show(
            Page<T> page, Function<T, Map<String, ?>> json, Function<T, String> line, Function<T, List<String>> cells) {
        if (options.json()) {
            console.print(
                    Json.text(Json.object(kind, page.rows().stream().map(json).toList(), "next", page.next())));
            return;
        }
        if (colors && !page.rows().isEmpty()) {
            String table = Table.of(HEAD, page.rows().stream().map(cells).toList());
            console.print(table, Set.of(table.lines().findFirst().orElse("")), true);
        } else {
            page.rows().forEach(row -> console.print(line.apply(row)));
        }
        if (page.rows().isEmpty()) {
            console.print("No " + kind + ".");
        }
        if (page.next() != null) {
            console.note("There are more: add --cursor " + page.next());
        }
    }

    private PageRequest page() {
        try {
            Cursor.parse(cursor);
            return new PageRequest(cursor, limit, false);
        } catch (InvalidInputException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
