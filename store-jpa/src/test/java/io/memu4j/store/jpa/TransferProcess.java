package io.memu4j.store.jpa;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.spi.llm.Models;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ImportOptions;
import io.memu4j.transfer.ImportReport;
import io.memu4j.transfer.ImportReport.ImportedScope;
import io.memu4j.transfer.ImportReport.Tally;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A program that exports or imports. Arguments: JDBC URL, {@code export} or {@code import}, the file. Prints how many passages and items were
 * added, were there and were there under another id; and in a last line how long it took.
 */
final class TransferProcess {
    private TransferProcess() {}

    public static void main(String[] args) {
        long start = System.nanoTime();
        try (MemoryServiceFactory memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.jdbc(args[0]))
                .blobs(BlobConfig.none())
                .llm(Models.none())
                .build()) {
            Path file = Path.of(args[2]);
            if (args[1].equals("export")) {
                memu.transfer().exportTo(file, ExportOptions.all());
            } else {
                ImportReport report = memu.transfer().importFrom(file, ImportOptions.DEFAULT);
                print("passages", report, ImportedScope::passages);
                print("items", report, ImportedScope::items);
            }
        }
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        System.out.printf(
                "%s in %d s (%d s CPU)%n", args[1], (System.nanoTime() - start) / 1_000_000_000, cpu / 1_000_000_000);
    }

    private static void print(String kind, ImportReport report, Function<ImportedScope, Tally> tally) {
        long added = 0;
        long unchanged = 0;
        long merged = 0;
        for (ImportedScope scope : report.scopes()) {
            added += tally.apply(scope).added();
            unchanged += tally.apply(scope).unchanged();
            merged += tally.apply(scope).merged();
        }
        System.out.println(kind + " " + added + " " + unchanged + " " + merged);
    }
}
