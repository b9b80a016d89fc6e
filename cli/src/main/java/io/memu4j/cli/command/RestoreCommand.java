package io.memu4j.cli.command;

import io.memu4j.MemoryBackup;
import io.memu4j.admin.RestoreOptions;
import io.memu4j.admin.RestoreReport;
import io.memu4j.cli.option.BackupKeyOption;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.DatabaseAddress;
import io.memu4j.cli.view.BackupViews;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a backup back. */
@Command(
        name = "restore",
        description = "Bring back what a backup holds, after it was proven, in one transaction."
                + " A database that is not empty is refused unless --replace is given.")
final class RestoreCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The folder of the backup.")
    private Path folder = Path.of("");

    @Option(names = "--replace", description = "Memory that is there may be replaced by that of the backup.")
    private boolean replace;

    @Mixin
    private BackupKeyOption signature = new BackupKeyOption();

    @Option(names = "--require-signature", description = "Fail unless the backup is signed with the key.")
    private boolean requireSignature;

    RestoreCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.rejectScope("'memu import' takes in what was exported of one user.");
        RestoreOptions into = RestoreOptions.into(options.database())
                .withBlobs(options.copies(options.database()))
                .withKey(signature.key(requireSignature));
        RestoreReport report = MemoryBackup.restore(folder, replace ? into.replacing() : into);
        console.print(options.json() ? json(report) : text(report));
        return 0;
    }

    private String text(RestoreReport report) {
        return DatabaseAddress.shown(options.database()) + " holds the " + report.scopes() + " memories of the backup "
                + report.backup().folder() + " now; " + report.files() + " files were written. "
                + BackupViews.text(report.backup());
    }

    private String json(RestoreReport report) {
        return Json.text(Json.object(
                "database", DatabaseAddress.shown(options.database()),
                "memories", report.scopes(),
                "files_written", report.files(),
                "backup", BackupViews.json(report.backup())));
    }
}
