package io.memu4j.cli.command;

import io.memu4j.MemoryBackup;
import io.memu4j.admin.BackupReport;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.view.BackupViews;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Proves a backup. */
@Command(
        name = "verify-backup",
        description = "Compare every byte of a backup with its checksums. Needs no database and changes nothing.")
final class VerifyBackupCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The folder of the backup.")
    private Path folder = Path.of("");

    VerifyBackupCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        BackupReport report = MemoryBackup.verify(folder);
        console.print(
                options.json()
                        ? Json.text(BackupViews.json(report))
                        : "The backup in " + report.folder() + " is whole. " + BackupViews.text(report));
        return 0;
    }
}
