package io.memu4j.cli.command;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.cli.view.TransferText;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.InvalidInputException;
import io.memu4j.model.MemoryScope;
import io.memu4j.transfer.ImportOptions;
import io.memu4j.transfer.ImportReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in a file that was exported. */
@Command(
        name = "import",
        description = "Take in a file of 'memu export'. What is there already is kept; repeating it changes nothing.")
final class ImportCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Parameters(paramLabel = "FILE", description = "An exported file, compressed or not; '-' for stdin.")
    private String file = "";

    @Option(names = "--as-user", paramLabel = "ID", description = "Make it this user's memory.")
    private @Nullable String asUser;

    @Option(names = "--as-agent", paramLabel = "ID", description = "Make it memory with this agent.")
    private @Nullable String asAgent;

    @Option(names = "--partial", description = "Of a file that was cut off, take what is whole.")
    private boolean partial;

    ImportCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        ImportOptions how = how();
        try (MemoryServiceFactory factory = OpenMemory.forWriting(options, ResourcePolicy.off(), console)) {
            ImportReport report = file.equals("-")
                    ? factory.transfer().importFrom(System.in, how)
                    : factory.transfer().importFrom(Path.of(file), how);
            console.print(options.json() ? Json.text(TransferText.json(report)) : TransferText.of(report));
            return report.complete() ? 0 : 1;
        }
    }

    private ImportOptions how() {
        try {
            MemoryScope named = new MemoryScope(asUser == null ? "-" : asUser, asAgent == null ? "-" : asAgent);
            ImportOptions how = ImportOptions.DEFAULT;
            how = asUser == null ? how : how.withUser(named.userId());
            how = asAgent == null ? how : how.withAgent(named.agentId());
            return partial ? how.takingWhatIsWhole() : how;
        } catch (InvalidInputException e) {
            throw new UsageException(e.getMessage() + " Given with --as-user or --as-agent.");
        }
    }
}
