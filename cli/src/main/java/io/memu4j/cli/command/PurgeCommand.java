package io.memu4j.cli.command;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.PurgeOutcome;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.config.LlmConfig;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Makes deleted rows unreadable in the database's files. */
@Command(name = "purge", description = "Rewrite the database's files without what was deleted.")
final class PurgeCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    PurgeCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.rejectScope("It rewrites the files of the database.");
        OpenMemory.requireDatabase(options);
        PurgeOutcome outcome;
        try (MemoryServiceFactory factory = OpenMemory.forReading(options, LlmConfig.none(), console)) {
            outcome = factory.admin().purge();
        }
        if (outcome.atClose()) {
            outcome = new PurgeOutcome(true, false, "The H2 file was rewritten without what was deleted.");
        }
        console.print(
                options.json()
                        ? Json.text(Json.object("done", outcome.done(), "explanation", outcome.explanation()))
                        : outcome.explanation());
        return outcome.done() ? 0 : 1;
    }
}
