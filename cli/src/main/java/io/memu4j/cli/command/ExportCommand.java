package io.memu4j.cli.command;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.cli.view.TransferText;
import io.memu4j.cli.view.WriterStream;
import io.memu4j.config.LlmConfig;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ExportReport;
import io.memu4j.transfer.MemoryTransfer;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes memory into a file. */
@Command(
        name = "export",
        description =
                "Write memory into a new file of JSON Lines: of one user (--user, --agent) or everybody's (--all).")
final class ExportCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "A new file, compressed where it ends in .gz; '-' for stdout.")
    private String file = "";

    @Option(names = "--all", description = "Everybody's memory.")
    private boolean all;

    @Option(names = "--no-vectors", description = "Leave vectors out; the import makes them anew.")
    private boolean noVectors;

    @Option(names = "--no-copies", description = "Leave the copies of sources out.")
    private boolean noCopies;

    ExportCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        ExportOptions what = what();
        OpenMemory.requireDatabase(options);
        try (MemoryServiceFactory factory = OpenMemory.forReading(options, LlmConfig.none(), console)) {
            if (file.equals("-")) {
                return toStdout(factory.transfer(), what);
            }
            ExportReport report = factory.transfer().exportTo(Path.of(file), what);
            console.print(options.json() ? Json.text(TransferText.json(report)) : TransferText.of(report, file));
        }
        return 0;
    }

    private int toStdout(MemoryTransfer transfer, ExportOptions what) {
        try {
            ExportReport report = transfer.exportTo(new WriterStream(console.out()), what);
            console.note(TransferText.of(report, "stdout"));
            return 0;
        } catch (UncheckedIOException e) { // the program says at its end that the output did not arrive
            return 1;
        }
    }

    private ExportOptions what() {
        options.scope();
        if (all == (options.namedUser() != null) || (all && options.namedAgent() != null)) {
            throw new UsageException("Say whose memory to export: --user ID, with or without --agent ID, or --all.");
        }
        ExportOptions what = ExportOptions.all().withUser(options.namedUser()).withAgent(options.namedAgent());
        what = noVectors ? what.withoutVectors() : what;
        return noCopies ? what.withoutCopies() : what;
    }
}
