package io.memu4j.cli.command;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.CountedProgress;
import io.memu4j.cli.view.Json;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.InvalidInputException;
import io.memu4j.reembed.ReembedReport;
import io.memu4j.reembed.ReembedRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes memories over to another embedding model. */
@Command(
        name = "reembed",
        description =
                "Change memories over to another embedding model: of everybody, or of --user and --agent alone. The old"
                        + " model serves until a memory is complete. Interrupted, it goes on when run again.")
final class ReembedCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Option(names = "--batch", paramLabel = "N", description = "Texts embedded at once, 1 to 1000 (default: 64).")
    private int batch = 64;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "At most so many texts per second (default: as many as the model can).")
    private double rate;

    ReembedCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        ReembedRequest request = request();
        OpenMemory.requireDatabase(options);
        ReembedReport report;
        try (MemoryServiceFactory factory = OpenMemory.forWriting(
                        OpenMemory.existing(options.database()), options, ResourcePolicy.off(), console);
                CountedProgress progress = new CountedProgress(console)) {
            report = factory.admin()
                    .reembed(request.withListener(
                            (scope, done, total) -> progress.show("embedded", done, Math.max(done, total))));
        }
        console.print(options.json() ? json(report) : text(report));
        return 0;
    }

    private ReembedRequest request() {
        options.scope();
        try {
            return ReembedRequest.ALL
                    .withUser(options.namedUser())
                    .withAgent(options.namedAgent())
                    .withBatch(batch)
                    .withTextsPerSecond(rate);
        } catch (InvalidInputException e) {
            throw new UsageException(e.getMessage() + " Given with --batch or --rate.");
        }
    }

    private static String json(ReembedReport report) {
        return Json.text(Json.object(
                "embedding_space", report.space().key(),
                "memories", report.scopes(),
                "changed_over", report.changedOver(),
                "embedded", report.embedded(),
                "discarded", report.discarded()));
    }

    private static String text(ReembedReport report) {
        return "Changed " + report.changedOver() + " of " + report.scopes() + " memories over to "
                + report.space().key() + ": " + report.embedded() + " vectors made, " + report.discarded()
                + " old ones deleted.";
    }
}
