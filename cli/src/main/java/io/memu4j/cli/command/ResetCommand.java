package io.memu4j.cli.command;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.Confirmation;
import io.memu4j.admin.ErasureReport;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.DatabaseAddress;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.config.LlmConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Erases everybody. */
@Command(name = "reset", description = "Erase all memory of all users, with its files. The schema stays.")
final class ResetCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Option(names = "--yes", description = "Yes, everything. Without it nothing is done.")
    private boolean yes;

    ResetCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.rejectScope("'memu erase --user ID' forgets one user.");
        if (!yes) {
            throw new UsageException("This erases all memory of all users in "
                    + DatabaseAddress.shown(options.database()) + ". Say --yes if that is meant.");
        }
        OpenMemory.requireDatabase(options);
        try (MemoryServiceFactory factory = OpenMemory.forReading(options, LlmConfig.none(), console)) {
            ErasureReport report = factory.admin().reset(Confirmation.DELETE_ALL_MEMORY);
            console.print(options.json() ? json(report) : text(report));
            return report.complete() ? 0 : 1;
        }
    }

    private static String text(ErasureReport report) {
        return "Erased " + report.scopes().size() + " memories."
                + (report.complete() ? "" : " Files are left; run it again in 15 minutes, when no backup is running.")
                + "\nNot covered:\n- " + String.join("\n- ", report.notCovered());
    }

    private static String json(ErasureReport report) {
        return Json.text(Json.object(
                "memories", report.scopes().size(),
                "complete", report.complete(),
                "stray_copies", report.strayCopies(),
                "not_covered", report.notCovered()));
    }
}
