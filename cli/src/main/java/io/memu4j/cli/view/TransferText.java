package io.memu4j.cli.view;

import static io.memu4j.cli.view.Json.object;

import io.memu4j.transfer.ExportReport;
import io.memu4j.transfer.ImportReport;
import io.memu4j.transfer.ImportReport.ImportedScope;
import io.memu4j.transfer.ImportReport.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What export and import did, for people and for programs. */
public final class TransferText {
    private TransferText() {}

    public static String of(ExportReport report, String file) {
        return "Exported to " + file + ": " + report.scopes() + " memories with " + report.resources() + " resources, "
                + report.passages() + " passages, " + report.items() + " items, " + report.categories()
                + " categories, " + report.vectors() + " vectors, " + report.copies() + " copies."
                + (report.copiesMissing() == 0 ? "" : " " + report.copiesMissing() + " copies are missing.");
    }

    public static Map<String, ?> json(ExportReport report) {
        return object(
                "memories", report.scopes(),
                "resources", report.resources(),
                "passages", report.passages(),
                "items", report.items(),
                "categories", report.categories(),
                "vectors", report.vectors(),
                "copies", report.copies(),
                "copies_missing", report.copiesMissing());
    }

    public static String of(ImportReport report) {
        List<String> lines = new ArrayList<>();
        if (report.scopes().isEmpty()) {
            lines.add("Nothing came.");
        }
        report.scopes().forEach(scope -> scope(scope, lines));
        if (report.cutOff() != null) {
            lines.add(report.cutOff());
        }
        return String.join("\n", lines);
    }

    private static void scope(ImportedScope scope, List<String> lines) {
        lines.add("User " + scope.scope().userId() + ", agent " + scope.scope().agentId() + ":");
        lines.add("  categories: " + tally(scope.categories()));
        lines.add("  resources: " + tally(scope.resources()));
        lines.add("  passages: " + tally(scope.passages()));
        lines.add("  items: " + tally(scope.items()));
        lines.add("  vectors: " + scope.vectors().kept() + " kept, "
                + scope.vectors().made() + " made, " + scope.vectors().missing() + " missing");
        lines.add("  copies: " + scope.copies().kept() + " kept, "
                + scope.copies().missing() + " missing");
        scope.notes().forEach(note -> lines.add("  " + note));
    }

    private static String tally(Tally tally) {
        return tally.added() + " added, " + tally.unchanged() + " unchanged, " + tally.merged() + " merged, "
                + tally.different() + " different, " + tally.leftOut() + " left out";
    }

    public static Map<String, ?> json(ImportReport report) {
        return object(
                "complete", report.complete(),
                "memories", report.scopes().stream().map(TransferText::json).toList(),
                "cut_off", report.cutOff());
    }

    private static Map<String, ?> json(ImportedScope scope) {
        return object(
                "user", scope.scope().userId(),
                "agent", scope.scope().agentId(),
                "categories", json(scope.categories()),
                "resources", json(scope.resources()),
                "passages", json(scope.passages()),
                "items", json(scope.items()),
                "vectors",
                        object(
                                "kept", scope.vectors().kept(),
                                "made", scope.vectors().made(),
                                "missing", scope.vectors().missing()),
                "copies",
                        object(
                                "kept",
                                scope.copies().kept(),
                                "missing",
                                scope.copies().missing()),
                "notes", scope.notes());
    }

    private static Map<String, ?> json(Tally tally) {
        return object(
                "added", tally.added(),
                "unchanged", tally.unchanged(),
                "merged", tally.merged(),
                "different", tally.different(),
                "left_out", tally.leftOut());
    }
}
