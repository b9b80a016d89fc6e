package io.memu4j.cli.command;

import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.DatabaseAddress;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.migrations.MemoryMigrations;
import io.memu4j.migrations.MigrationReport;
import io.memu4j.store.jpa.DatabaseFiles;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Creates or updates the database's schema. */
@Command(name = "migrate", description = "Create or update the schema of the database. Safe to repeat.")
final class MigrateCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    MigrateCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        var database = options.database();
        DatabaseFiles.requireData(database);
        MigrationReport report =
                MemoryMigrations.migrate(DatabaseAddress.url(database), database.user(), database.password());
        console.print(options.json() ? json(report) : text(report));
        return 0;
    }

    private String json(MigrationReport report) {
        return Json.text(Json.object(
                "database", DatabaseAddress.shown(options.database()),
                "schema_before", report.before(),
                "schema_after", report.after(),
                "applied", report.applied()));
    }

    private String text(MigrationReport report) {
        String schema = DatabaseAddress.shown(options.database()) + " has schema version " + report.after();
        return report.applied().isEmpty()
                ? schema + "; nothing was pending."
                : schema + " now; " + report.applied().size() + " change sets were applied.";
    }
}
