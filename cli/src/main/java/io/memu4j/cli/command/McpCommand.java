package io.memu4j.cli.command;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.view.Console;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.mcp.McpGrant;
import io.memu4j.mcp.McpStdio;
import io.memu4j.model.MemoryScope;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves one memory to a coding assistant or another client that starts this process. */
@Command(
        name = "mcp",
        description =
                "Serve the memory of one user with one agent by the Model Context Protocol, over standard input and"
                        + " output, until the input ends.")
final class McpCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Option(names = "--read-only", description = "Leave out the tools that add, change or delete something.")
    private boolean readOnly;

    McpCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    /** Standard output is the protocol's alone: whatever else is printed in this process goes to standard error. */
    @Override
    public Integer call() throws IOException {
        MemoryScope scope = options.scope();
        PrintStream protocol = System.out;
        System.setOut(System.err);
        try (MemoryServiceFactory factory = opened()) {
            McpStdio.of(factory, readOnly ? McpGrant.readOnly(scope) : McpGrant.all(scope))
                    .serve(System.in, protocol);
        } finally {
            System.setOut(protocol);
        }
        return 0;
    }

    private MemoryServiceFactory opened() {
        return readOnly
                ? OpenMemory.forReading(options, options.llm(), console)
                : OpenMemory.forWriting(options, ResourcePolicy.off(), console);
    }
}
