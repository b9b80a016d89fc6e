package io.memu4j.cli.command;

import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a subcommand: only options and help. */
@Command(
        name = "memu",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = VersionLine.class,
        sortOptions = false,
        description = "Long-term memory for AI agents: takes in conversations and documents, finds them again.")
final class MemuCommand implements Runnable {
    @Mixin
    private final CommonOptions options;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    MemuCommand(CommonOptions options) {
        this.options = options;
    }

    @Override
    public void run() {
        options.scope();
        throw new UsageException("A command is missing. Use one of "
                + String.join(", ", spec.subcommands().keySet()) + " (see 'memu --help')");
    }
}
