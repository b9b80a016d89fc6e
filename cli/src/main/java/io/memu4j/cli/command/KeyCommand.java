package io.memu4j.cli.command;

import io.memu4j.cli.option.UsageException;
import picocli.CommandLine.Command;

/** The command {@code key} without a subcommand. */
@Command(name = "key", description = "Make, list and revoke the API keys of 'memu serve'.")
final class KeyCommand implements Runnable {
    @Override
    public void run() {
        throw new UsageException("A command is missing. Use one of create, list, revoke (see 'memu key --help')");
    }
}
