package io.memu4j.cli.command;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.DatabaseAddress;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.doctor.DoctorReport;
import io.memu4j.doctor.Finding;
import io.memu4j.doctor.Finding.Area;
import io.memu4j.error.SchemaOutOfDateException;
import io.memu4j.error.StoreException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Examines a database with everything that belongs to it. */
@Command(
        name = "doctor",
        description =
                "Examine the database, its files, the copies of sources and the vectors, and say what to do. The exit code"
                        + " is 1 when something is left to do.")
final class DoctorCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Option(names = "--fix", description = "Do at once what is safe.")
    private boolean fix;

    DoctorCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        DoctorReport report = examined();
        console.print(options.json() ? json(report) : text(report));
        return report.isHealthy() ? 0 : 1;
    }

    /** A database that cannot be opened is a finding like any other. */
    private DoctorReport examined() {
        if (OpenMemory.isAbsent(options.database())) {
            return only(Finding.of(
                    Area.DATABASE,
                    "There is no database at " + options.database().storedIn() + ".",
                    "Name another with --db, or create it with 'memu memorize' or 'memu migrate'."));
        }
        try (MemoryServiceFactory factory = OpenMemory.unmigrated(options, options.llm(), console)) {
            return factory.admin().doctor(fix);
        } catch (SchemaOutOfDateException e) {
            return only(Finding.of(Area.SCHEMA, String.valueOf(e.getMessage()), "See the message."));
        } catch (StoreException e) {
            return only(Finding.of(Area.DATABASE, String.valueOf(e.getMessage()), "See the message."));
        }
    }

    private static DoctorReport only(Finding finding) {
        return new DoctorReport(0, List.of(finding));
    }

    private static String json(DoctorReport report) {
        return Json.text(Json.object(
                "healthy",
                report.isHealthy(),
                "memories",
                report.scopes(),
                "findings",
                report.findings().stream()
                        .map(finding -> Json.object(
                                "area", area(finding),
                                "problem", finding.problem(),
                                "remedy", finding.remedy(),
                                "fixable", finding.fixable(),
                                "fixed", finding.fixed()))
                        .toList()));
    }

    private String text(DoctorReport report) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : report.findings()) {
            text.append(finding.fixed() ? "fixed  " : "wrong  ")
                    .append(area(finding))
                    .append(": ")
                    .append(finding.problem())
                    .append(finding.fixed() ? "" : "\n       " + finding.remedy())
                    .append('\n');
        }
        long left =
                report.findings().stream().filter(finding -> !finding.fixed()).count();
        String whole = DatabaseAddress.shown(options.database()) + " with " + report.scopes() + " memories: ";
        return text + whole + (left == 0 ? "all is well." : left + " findings.");
    }

    private static String area(Finding finding) {
        return finding.area().name().toLowerCase(Locale.ROOT);
    }
}
