package io.memu4j.cli.command;

import static io.memu4j.cli.view.Json.object;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.cli.view.Json;
import io.memu4j.cli.view.TransferText;
import io.memu4j.config.LlmConfig;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.ConfigurationException;
import io.memu4j.importer.memu.MemuImport;
import io.memu4j.importer.memu.MemuReport;
import io.memu4j.importer.memu.MemuReport.Loss;
import io.memu4j.importer.memu.MemuReport.VectorsFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings over the memory of a MemU installation. */
@Command(
        name = "import-memu",
        description = "Bring over MemU's memory from its files, which stay as they are. Texts are embedded anew, unless"
                + " --embedding-model names the model of the vectors in --vectors, which are then kept.")
final class ImportMemuCommand implements Callable<Integer> {
    private final CommonOptions options;
    private final Console console;

    @Option(names = "--from", paramLabel = "FILE", required = true, description = "MemU's SQLite file, memu.db.")
    private Path from = Path.of("");

    @Option(names = "--vectors", paramLabel = "FILE", description = "MemU's vectors.json.")
    private @Nullable Path vectors;

    @Option(names = "--resources", paramLabel = "DIR", description = "MemU's folder of resources.")
    private @Nullable Path resources;

    ImportMemuCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() {
        options.scope();
        MemuImport memu = MemuImport.from(from);
        memu = vectors == null ? memu : memu.vectors(vectors);
        memu = resources == null ? memu : memu.resources(resources);
        String model = options.namedEmbeddingModel();
        if (model != null && vectors == null) {
            throw new UsageException(
                    "--embedding-model names the model of the vectors: name their file with --vectors.");
        }
        memu = model == null ? memu : memu.keepingVectorsOf(model);
        try (MemoryServiceFactory factory = open()) {
            MemuReport report = memu.into(factory.transfer());
            console.print(options.json() ? Json.text(json(report)) : text(report));
            return report.imported().complete() ? 0 : 1;
        }
    }

    /** With the model named, where it can be had: vectors are kept without it too, and only missing ones are not made. */
    private MemoryServiceFactory open() {
        try {
            return OpenMemory.forWriting(options, ResourcePolicy.off(), console);
        } catch (ConfigurationException e) {
            if (options.namedEmbeddingModel() == null) {
                throw e;
            }
            console.note("The model " + options.namedEmbeddingModel()
                    + " is not available here: vectors that are missing cannot be made.");
            return MemoryServiceFactory.builder()
                    .database(options.database())
                    .blobs(options.copies(options.database()))
                    .llm(LlmConfig.none())
                    .build();
        }
    }

    private static String text(MemuReport report) {
        StringBuilder text = new StringBuilder(TransferText.of(report.imported()));
        VectorsFile file = report.vectors();
        if (file != null) {
            text.append("\nVectors file: ")
                    .append(file.usable())
                    .append(" entries, ")
                    .append(file.unusable())
                    .append(" unusable.");
            text.append(file.problem() == null ? "" : " " + file.problem());
        }
        if (!report.losses().isEmpty()) {
            text.append("\nNot as it was:");
        }
        for (Loss loss : report.losses()) {
            String whose = loss.userId().isEmpty() ? "" : "user " + loss.userId() + ", agent " + loss.agentId() + ": ";
            text.append("\n- ")
                    .append(whose)
                    .append(loss.what())
                    .append(" (")
                    .append(loss.rows())
                    .append(')');
        }
        return text.toString();
    }

    private static Map<String, ?> json(MemuReport report) {
        VectorsFile file = report.vectors();
        return object(
                "imported", TransferText.json(report.imported()),
                "vectors_file",
                        file == null
                                ? null
                                : object(
                                        "usable", file.usable(),
                                        "unusable", file.unusable(),
                                        "problem", file.problem()),
                "losses",
                        report.losses().stream()
                                .map(loss -> object(
                                        "user", loss.userId(),
                                        "agent", loss.agentId(),
                                        "what", loss.what(),
                                        "rows", loss.rows()))
                                .toList());
    }
}
