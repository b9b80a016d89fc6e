package io.memu4j.cli.command;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.cli.view.JsonViews;
import io.memu4j.cli.view.Lines;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.NotFoundException;
import io.memu4j.memory.FoundItems;
import io.memu4j.memory.Items;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Forgets an item, or a resource with what only it proves. */
@Command(
        name = "forget",
        description =
                "Forget an item, a resource with its text and the items that nothing else proves, or, with --about, the items"
                        + " about something. Summaries follow.")
final class ForgetCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "Of an item or a resource.")
    private String id = "";

    @Option(names = "--about", paramLabel = "TEXT", description = "Show the items that have all these words.")
    private @Nullable String about;

    @Option(names = "--yes", description = "With --about: delete what is shown.")
    private boolean yes;

    ForgetCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.scope();
        if (id.isEmpty() == (about == null)) {
            throw new UsageException("Say what to forget: the ID of an item or a resource, or --about TEXT.");
        }
        if (about != null) {
            OpenMemory.requireDatabase(options);
            return forgetAbout(about);
        }
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

    /** Deletes what it shows, or shows it only. */
    private int forgetAbout(String subject) {
        try (MemoryServiceFactory factory = OpenMemory.forWriting(
                OpenMemory.existing(options.database()), options, ResourcePolicy.off(), console)) {
            Items items = OpenMemory.service(factory, options).items();
            FoundItems found = items.find(subject);
            int deleted = yes ? items.delete(found) : 0;
            console.print(options.json() ? Json.text(JsonViews.of(found, !yes)) : text(found, deleted));
        }
        return 0;
    }

    private String text(FoundItems found, int deleted) {
        StringBuilder text = new StringBuilder();
        found.items().forEach(one -> {
            text.append(Lines.of(one.item())).append('\n');
            one.passages().forEach(passage -> text.append("    said in ")
                    .append(passage.resourceId())
                    .append(", ")
                    .append(Lines.origin(passage))
                    .append('\n'));
        });
        if (found.items().isEmpty()) {
            return "No item of this memory is about that.";
        }
        return text.append(
                        yes
                                ? "Deleted " + deleted + " item(s)."
                                : "Would delete " + found.items().size() + " item(s). Add --yes to do it.")
                .append(" The text they come from stays until its resource is forgotten.")
                .toString();
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
