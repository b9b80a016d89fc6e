package io.memu4j.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Java file of this repository: its module, its place below the repository, and its lines. */
record JavaSource(String module, Path path, List<String> lines) {
    /** Every Java file of every module, tests included. */
    static List<JavaSource> all() {
        Path root = repository();
        try (Stream<Path> modules = Files.list(root)) {
            return modules.filter(module -> Files.exists(module.resolve("pom.xml")))
                    .flatMap(module -> below(root, module.resolve("src")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder of the root pom.xml, found upwards from the working directory. */
    static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("bom/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("The tests run outside the repository; run them with Maven.");
            }
        }
        return folder;
    }

    private static Stream<JavaSource> below(Path root, Path src) {
        if (!Files.isDirectory(src)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(src)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(file -> read(root, file))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaSource read(Path root, Path file) {
        try {
            Path path = root.relativize(file);
            return new JavaSource(path.getName(0).toString(), path, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it declares types, or a package, of main code; a module declaration is in no package. */
    boolean main() {
        return path.startsWith(Path.of(module, "src", "main", "java"))
                && !typeName().equals("module-info");
    }

    /** The package, as the folder says it; only for {@link #main()}. */
    String packageName() {
        Path folders = path.getParent();
        return folders.subpath(4, folders.getNameCount())
                .toString()
                .replace('/', '.')
                .replace('\\', '.');
    }

    String typeName() {
        return path.getFileName().toString().replace(".java", "");
    }
}
