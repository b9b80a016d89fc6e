package io.memu4j.cli.command;

import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options in a shell. */
@Command(
        name = "completion",
        description = "Print a script that completes commands and options: source <(memu completion bash).")
final class CompletionCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    private String shell = "";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    CompletionCommand(Console console) {
        this.console = console;
    }

    /** The script of picocli serves both shells: in zsh it loads bashcompinit. */
    @Override
    public Integer call() {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new UsageException("'" + shell + "' cannot be completed. Expected bash or zsh.");
        }
        console.print(AutoComplete.bash("memu", spec.root().commandLine()));
        return 0;
    }
}
