package io.memu4j.cli.command;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.NotFoundException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Forgets an item, or a resource with what only it proves. */
@Command(
        name = "forget",
        description =
                "Forget an item, or a resource with its text and the items that nothing else proves. Summaries follow.")
final class ForgetCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Parameters(paramLabel = "ID", description = "Of an item or a resource.")
    private String id = "";

    ForgetCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.scope();
        if (OpenMemory.isAbsent(options.database())) {
            throw unknown();
        }
        try (MemoryServiceFactory factory = OpenMemory.forWriting(
                OpenMemory.existing(options.database()), options, ResourcePolicy.off(), console)) {
            String kind = forgotten(OpenMemory.service(factory, options));
            console.print(
                    options.json()
                            ? Json.text(Json.object("forgotten", kind, "id", id))
                            : "Forgot the " + kind + " " + id + ".");
        }
        return 0;
    }

    private String forgotten(MemoryService service) {
        if (service.items().delete(id)) {
            return "item";
        }
        if (service.resources().delete(id)) {
            return "resource";
        }
        if (service.categories().get(id).isPresent()) {
            throw new InvalidInputException("The category " + id
                    + " cannot be forgotten by itself: it is a summary of its items. Forget those ('memu show " + id
                    + "').");
        }
        throw unknown();
    }

    private NotFoundException unknown() {
        return new NotFoundException("There is no item or resource '" + id
                + "' in this memory. Ids are printed by 'memu list'; --user and --agent choose the memory.");
    }
}
