package io.memu4j.junit;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The memory of one test: a factory, and the folder of its database if it has one. JUnit's store closes it after the test. */
final class OpenMemory implements AutoCloseable {
    private final String user = "test-user-" + UUID.randomUUID();
    private final @Nullable Path folder;
    private final MemoryServiceFactory factory;

    private OpenMemory(@Nullable Path folder, MemoryServiceFactory factory) {
        this.folder = folder;
        this.factory = factory;
    }

    static OpenMemory open(TestStore store, UnaryOperator<MemoryServiceFactory.Builder> settings) throws IOException {
        Path folder = store == TestStore.SQLITE ? Files.createTempDirectory("memu4j-test-") : null;
        try {
            DatabaseConfig database = folder != null
                    ? DatabaseConfig.sqlite(folder.resolve("memory.db"))
                    : store == TestStore.H2 ? DatabaseConfig.h2InMemory() : DatabaseConfig.memory();
            return new OpenMemory(
                    folder,
                    settings.apply(MemoryServiceFactory.builder()
                                    .database(database)
                                    .blobs(BlobConfig.memory()))
                            .build());
        } catch (RuntimeException | Error e) {
            delete(folder);
            throw e;
        }
    }

    MemoryServiceFactory factory() {
        return factory;
    }

    MemoryService service(@Nullable MemoryOf named) {
        return named == null
                ? factory.service(user, "test-agent")
                : factory.service(named.user().isEmpty() ? user : named.user(), named.agent());
    }

    @Override
    public void close() throws IOException {
        try {
            factory.close();
        } finally {
            delete(folder);
        }
    }

    private static void delete(@Nullable Path folder) throws IOException {
        if (folder == null) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException failure) throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
