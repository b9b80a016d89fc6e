package io.memu4j.cli.command;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.BackupOptions;
import io.memu4j.admin.BackupReport;
import io.memu4j.cli.option.BackupKeyOption;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.view.BackupViews;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.SchemaOutOfDateException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a backup of the whole database. */
@Command(
        name = "backup",
        description =
                "Write a backup of all memory to a new folder, with the files it names. Others may write meanwhile.")
final class BackupCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The folder to make; it must not exist, or be empty.")
    private Path folder = Path.of("");

    @Mixin
    private BackupKeyOption signature = new BackupKeyOption();

    @Option(
            names = "--unencrypted",
            description = "Write a backup of an encrypted database, which is not encrypted itself.")
    private boolean unencrypted;

    BackupCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.rejectScope("'memu export --user ID' writes one user's.");
        OpenMemory.requireDatabase(options);
        try (MemoryServiceFactory factory = OpenMemory.unmigrated(options, LlmConfig.none(), console)) {
            BackupOptions to = BackupOptions.to(folder).withKey(signature.key());
            BackupReport report = factory.admin().backup(unencrypted ? to.unencrypted() : to);
            console.print(
                    options.json()
                            ? Json.text(BackupViews.json(report))
                            : "The backup is in " + report.folder() + ". " + BackupViews.text(report));
            return report.missingFiles() == 0 ? 0 : lacking(report.missingFiles());
        } catch (SchemaOutOfDateException e) {
            throw new SchemaOutOfDateException(
                    e.getMessage()
                            + " A backup of how it is now is made with the version of memu4j that the database is of.",
                    e);
        }
    }

    /** It is whole in itself and does not hold all that it should. */
    private int lacking(long copies) {
        Path place = options.copies(options.database()).folder();
        console.note("The backup lacks " + copies + " copies of sources: they are not in the folder " + place
                + ". If the application keeps them elsewhere, name that folder with --copies and back up again. If they are lost,"
                + " 'memu doctor' tells which.");
        return 1;
    }
}
