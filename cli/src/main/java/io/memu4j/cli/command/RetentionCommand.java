package io.memu4j.cli.command;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.RetentionPolicy;
import io.memu4j.admin.RetentionReport;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.cli.view.JsonViews;
import io.memu4j.cli.view.Lines;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.InvalidInputException;
import io.memu4j.model.MemoryType;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes expired items and what else is asked for. */
@Command(
        name = "retention",
        description =
                "Delete expired items of this memory, and extracted ones that are too old or too many. Summaries follow.")
final class RetentionCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Option(names = "--max-age", paramLabel = "DAYS", description = "Also delete what was last said longer ago.")
    private @Nullable Integer maxAge;

    @Option(names = "--max-items", paramLabel = "N", description = "Also delete what was said longest ago, beyond N.")
    private @Nullable Integer maxItems;

    @Option(
            names = "--max-history-age",
            paramLabel = "DAYS",
            description = "Also delete the history of items that is older.")
    private @Nullable Integer maxHistoryAge;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            split = ",",
            description = "Age and number concern items of this type only. Repeatable.")
    private Set<String> types = new LinkedHashSet<>();

    @Option(names = "--dry-run", description = "Show what would go, and delete nothing.")
    private boolean dryRun;

    RetentionCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.scope();
        RetentionPolicy policy = policy();
        OpenMemory.requireDatabase(options);
        try (MemoryServiceFactory factory = OpenMemory.forWriting(options, ResourcePolicy.off(), console)) {
            RetentionReport report = factory.admin().applyRetention(options.scope(), policy, dryRun);
            console.print(options.json() ? Json.text(JsonViews.of(report)) : text(report));
        }
        return 0;
    }

    private RetentionPolicy policy() {
        try {
            RetentionPolicy policy = RetentionPolicy.EXPIRED.withTypes(types.stream()
                    .map(type -> new MemoryType(type.toLowerCase(Locale.ROOT)))
                    .toArray(MemoryType[]::new));
            policy = maxAge == null ? policy : policy.withMaxAge(Duration.ofDays(maxAge));
            policy = maxItems == null ? policy : policy.withMaxItems(maxItems);
            return maxHistoryAge == null ? policy : policy.withMaxHistoryAge(Duration.ofDays(maxHistoryAge));
        } catch (InvalidInputException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static String text(RetentionReport report) {
        StringBuilder text = new StringBuilder();
        report.items().forEach(gone -> text.append(gone.reason().key())
                .append("  ")
                .append(Lines.of(gone.item()))
                .append('\n'));
        return text.append(report.dryRun() ? "Would delete " : "Deleted ")
                .append(report.items().size())
                .append(" item(s).")
                .toString();
    }
}
