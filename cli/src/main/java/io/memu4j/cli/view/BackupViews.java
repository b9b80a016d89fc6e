package io.memu4j.cli.view;

import io.memu4j.admin.BackupReport;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a backup holds: for people, and as JSON. */
public final class BackupViews {
    private BackupViews() {}

    public static String text(BackupReport report) {
        return "It was made on " + report.createdAt() + " with version " + report.version() + " from "
                + report.database()
                + ", schema " + report.schemaVersion() + ": " + rows(report, "memu_scopes") + " memories, "
                + rows(report, "memu_resources") + " resources, " + rows(report, "memu_passages") + " passages, "
                + rows(report, "memu_items") + " items, " + rows(report, "memu_categories") + " categories, "
                + rows(report, "memu_embeddings") + " vectors, " + report.files() + " copies of sources."
                + (report.missingFiles() == 0 ? "" : " " + report.missingFiles() + " copies did not exist then.")
                + signature(report)
                + (report.strayFiles().isEmpty()
                        ? ""
                        : " Files that do not belong to it were not read: " + String.join(", ", report.strayFiles())
                                + ".");
    }

    private static String signature(BackupReport report) {
        return switch (report.signature()) {
            case VERIFIED -> " It is signed with the key.";
            case UNCHECKED -> " It is signed, and no key was given to check the signature with.";
            case NONE -> " It is not signed: nothing proves who made it.";
        };
    }

    public static Map<String, @Nullable Object> json(BackupReport report) {
        return Json.object(
                "folder", report.folder(),
                "created_at", report.createdAt(),
                "version", report.version(),
                "database", report.database(),
                "schema_version", report.schemaVersion(),
                "rows", report.rows(),
                "files", report.files(),
                "missing_files", report.missingFiles(),
                "signature", report.signature().name().toLowerCase(Locale.ROOT),
                "stray_files", report.strayFiles());
    }

    private static long rows(BackupReport report, String table) {
        return report.rows().getOrDefault(table, 0L);
    }
}
