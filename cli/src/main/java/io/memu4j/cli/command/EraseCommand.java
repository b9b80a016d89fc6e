package io.memu4j.cli.command;

import static io.memu4j.cli.view.Json.object;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.ErasureReport;
import io.memu4j.admin.ErasureReport.ErasedScope;
import io.memu4j.admin.MemoryAdmin;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.KeyOptions;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.config.LlmConfig;
import io.memu4j.model.Counts;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Forgets a user. */
@Command(
        name = "erase",
        description = "Forget a user (--user): everything that any agent, or the one named with --agent, remembers.")
final class EraseCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Option(names = "--yes", description = "Needed: it cannot be undone.")
    private boolean yes;

    EraseCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        String user = options.namedUser();
        options.scope();
        if (user == null) {
            throw new UsageException("Say whom to forget: --user ID, and --agent ID for one agent's memory alone.");
        }
        if (!yes) {
            throw new UsageException("Erasing cannot be undone. Add --yes to do it.");
        }
        OpenMemory.requireDatabase(options);
        try (MemoryServiceFactory factory = OpenMemory.forReading(options, LlmConfig.none(), console)) {
            MemoryAdmin admin = factory.admin();
            if (options.namedAgent() == null) { // their keys hold their id
                keys.existing(options.database()).ifPresent(known -> known.forgetUser(user));
            }
            ErasureReport report =
                    options.namedAgent() == null ? admin.eraseUser(user) : admin.eraseScope(options.scope());
            console.print(options.json() ? Json.text(json(report)) : text(report));
            return report.complete() ? 0 : 1;
        }
    }

    private static String text(ErasureReport report) {
        String memories = report.scopes().stream()
                .map(scope -> "Agent " + scope.scope().agentId() + ": " + rows(scope.before()) + " rows and "
                        + scope.copiesDeleted() + " copies erased; " + rows(scope.after()) + " rows and "
                        + scope.copiesLeft() + " copies are left."
                        + (scope.copiesMissing() == 0 ? "" : " " + scope.copiesMissing() + " copies are missing.")
                        + (scope.complete() ? "" : " Erase again to finish."))
                .collect(Collectors.joining("\n"));
        String first = memories.isEmpty() ? "There is no memory of that user." : memories;
        return first + "\nNot covered:\n"
                + report.notCovered().stream().map(line -> "- " + line).collect(Collectors.joining("\n"));
    }

    private static long rows(Counts counts) {
        return counts.resources()
                + counts.passages()
                + counts.items()
                + counts.categories()
                + counts.links()
                + counts.citations()
                + counts.embeddings();
    }

    private static Map<String, ?> json(ErasureReport report) {
        return object(
                "complete", report.complete(),
                "memories", report.scopes().stream().map(EraseCommand::json).toList(),
                "not_covered", report.notCovered());
    }

    private static Map<String, ?> json(ErasedScope scope) {
        return object(
                "user", scope.scope().userId(),
                "agent", scope.scope().agentId(),
                "before", json(scope.before()),
                "after", json(scope.after()),
                "copies_deleted", scope.copiesDeleted(),
                "copies_left", scope.copiesLeft(),
                "copies_missing", scope.copiesMissing(),
                "complete", scope.complete());
    }

    private static Map<String, ?> json(Counts counts) {
        return object(
                "resources", counts.resources(),
                "passages", counts.passages(),
                "items", counts.items(),
                "categories", counts.categories(),
                "links", counts.links(),
                "citations", counts.citations(),
                "vectors", counts.embeddings());
    }
}
