package io.memu4j.cli.command;

import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import picocli.CommandLine;

/** Puts the commands together and runs one. */
public final class CommandTree {
    private CommandTree() {}

    /** Runs what the arguments say and tells failures on {@code err}. */
    public static int run(String[] args, Console console) {
        try {
            Arguments.of(args).requireWhole();
        } catch (UsageException e) {
            Failures.line(String.valueOf(e.getMessage()), console.err());
            return CommandLine.ExitCode.USAGE;
        }
        CommonOptions options = new CommonOptions();
        CommandLine tree = new CommandLine(new MemuCommand(options))
                .addSubcommand(new DemoCommand(options, console))
                .addSubcommand(new MemorizeCommand(options, console))
                .addSubcommand(new RetrieveCommand(options, console))
                .addSubcommand(new ChatCommand(options, console))
                .addSubcommand(new ListCommand(options, console))
                .addSubcommand(new ShowCommand(options, console))
                .addSubcommand(new ForgetCommand(options, console))
                .addSubcommand(new RetentionCommand(options, console))
                .addSubcommand(new MigrateCommand(options, console))
                .addSubcommand(new StatusCommand(options, console))
                .addSubcommand(new ReembedCommand(options, console))
                .addSubcommand(new ExportCommand(options, console))
                .addSubcommand(new ImportCommand(options, console))
                .addSubcommand(new ImportMemuCommand(options, console))
                .addSubcommand(new EraseCommand(options, console))
                .addSubcommand(new PurgeCommand(options, console))
                .addSubcommand(new DoctorCommand(options, console))
                .addSubcommand(new BackupCommand(options, console))
                .addSubcommand(new VerifyBackupCommand(options, console))
                .addSubcommand(new RestoreCommand(options, console))
                .addSubcommand(new ResetCommand(options, console))
                .addSubcommand(new McpCommand(options, console))
                .addSubcommand(new ConfigCommand(options, console))
                .addSubcommand(new CompletionCommand(console))
                .addSubcommand(new ServeCommand(options, console))
                .addSubcommand(
                        "key",
                        new CommandLine(new KeyCommand())
                                .addSubcommand(new KeyCreateCommand(options, console))
                                .addSubcommand(new KeyListCommand(options, console))
                                .addSubcommand(new KeyRevokeCommand(options, console)))
                .setOut(console.out())
                .setErr(console.err())
                .setUsageHelpAutoWidth(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(ansi(args)))
                .setParameterExceptionHandler((wrong, given) -> {
                    Failures.line(WrongArguments.told(wrong), console.err());
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, options, console));
        return tree.execute(args);
    }

    /** Help is printed before the options are read. */
    private static CommandLine.Help.Ansi ansi(String... args) {
        String line = String.join(" ", args).replace('=', ' ') + " ";
        return line.contains("--color always ")
                ? CommandLine.Help.Ansi.ON
                : line.contains("--color never ") ? CommandLine.Help.Ansi.OFF : CommandLine.Help.Ansi.AUTO;
    }

    private static int failed(Exception failure, CommonOptions options, Console console) {
        Failures.tell(failure, options.debug(), console.err());
        return failure instanceof UsageException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }
}
