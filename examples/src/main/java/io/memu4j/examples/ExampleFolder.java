package io.memu4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where an example keeps its files. */
final class ExampleFolder {
    private ExampleFolder() {}

    /** The absolute folder named by the first argument, created when missing; without one, a new temporary folder. */
    static Path of(String[] args) throws IOException {
        return args.length > 0
                ? Files.createDirectories(Path.of(args[0]).toAbsolutePath())
                : Files.createTempDirectory("memu4j-");
    }
}
