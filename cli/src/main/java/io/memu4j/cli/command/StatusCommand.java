package io.memu4j.cli.command;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.MemoryAdmin;
import io.memu4j.admin.MemoryAdmin.Health;
import io.memu4j.admin.SearchStatistics;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.DatabaseAddress;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.cli.view.StatusReport;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.migrations.MemoryMigrations;
import io.memu4j.migrations.MigrationStatus;
import io.memu4j.model.Counts;
import io.memu4j.model.MemoryScope;
import io.memu4j.store.jpa.DatabaseFiles;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Tells what is there and whether it works. Changes nothing. */
@Command(
        name = "status",
        description = "Tell which database is used, what it holds and whether it works. Changes nothing.")
final class StatusCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    StatusCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.scope();
        DatabaseConfig database = options.database();
        DatabaseFiles.requireData(database);
        MigrationStatus schema =
                MemoryMigrations.status(DatabaseAddress.url(database), database.user(), database.password());
        StatusReport report = schema.upToDate() ? opened(schema) : report(schema, null, null, null, null);
        console.print(options.json() ? Json.text(report.json()) : report.text());
        return report.health() != null && !report.health().isUp() ? 1 : 0;
    }

    private StatusReport opened(MigrationStatus schema) {
        try (MemoryServiceFactory factory = OpenMemory.forReading(options, options.llm(), console)) {
            Counts counts = OpenMemory.service(factory, options).counts();
            MemoryAdmin admin = factory.admin();
            String space = ScopeSpace.of(admin, options.scope());
            return report(schema, admin.health(), counts, space, admin.searchStatistics());
        }
    }

    private StatusReport report(
            MigrationStatus schema,
            @Nullable Health health,
            @Nullable Counts counts,
            @Nullable String space,
            @Nullable SearchStatistics search) {
        MemoryScope scope = options.scope();
        return new StatusReport(
                DatabaseAddress.shown(options.database()), schema, scope, health, counts, space, search);
    }
}
