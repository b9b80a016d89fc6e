package io.memu4j.cli.command;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Details;
import io.memu4j.cli.view.Json;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.NotFoundException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one item, category or resource with what belongs to it. */
@Command(
        name = "show",
        description = "Show an item with its sources, a category with its items, or a resource with its text.")
final class ShowCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Parameters(paramLabel = "ID", description = "As printed by list, memorize and retrieve.")
    private String id = "";

    ShowCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.scope();
        try (MemoryServiceFactory factory = OpenMemory.forReading(options, LlmConfig.none(), console)) {
            Details details = Details.of(OpenMemory.service(factory, options), id)
                    .orElseThrow(
                            () -> new NotFoundException(
                                    "There is no item, category or resource '" + id
                                            + "' in this memory. Ids are printed by 'memu list'; --user and --agent choose the memory."));
            console.print(options.json() ? Json.text(details.json()) : details.text());
        }
        return 0;
    }
}
