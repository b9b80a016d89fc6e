package io.memu4j.cli.command;

import io.memu4j.MemoryBackup;
import io.memu4j.admin.BackupKey;
import io.memu4j.admin.BackupReport;
import io.memu4j.cli.option.BackupKeyOption;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.view.BackupViews;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves a backup. */
@Command(
        name = "verify-backup",
        description =
                "Compare every byte of a backup with its checksums, and its signature with a key. Needs no database and changes nothing.")
final class VerifyBackupCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The folder of the backup.")
    private Path folder = Path.of("");

    @Mixin
    private BackupKeyOption signature = new BackupKeyOption();

    @Option(names = "--require-signature", description = "Fail unless the backup is signed with the key.")
    private boolean requireSignature;

    VerifyBackupCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        BackupKey key = signature.key(requireSignature);
        BackupReport report = key == null ? MemoryBackup.verify(folder) : MemoryBackup.verify(folder, key);
        console.print(
                options.json()
                        ? Json.text(BackupViews.json(report))
                        : "The backup in " + report.folder() + " is whole. " + BackupViews.text(report));
        return 0;
    }
}
