package io.memu4j.store.jpa;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.spi.llm.Models;
import io.memu4j.transfer.ExportOptions;
import io.memu4j.transfer.ImportOptions;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** A program that exports or imports. Arguments: JDBC URL, {@code export} or {@code import}, the file. */
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
                memu.transfer().importFrom(file, ImportOptions.DEFAULT);
            }
        }
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        System.out.printf(
                "%s in %d s (%d s CPU)%n", args[1], (System.nanoTime() - start) / 1_000_000_000, cpu / 1_000_000_000);
    }
}
