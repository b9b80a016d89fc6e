package io.memu4j.examples.modular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** memu4j on the module path, in JVMs of its own: it works there, and the engine cannot be reached. */
class ModularMemoryIT {
    private static final String MODULE = "io.memu4j.examples.modular";

    @TempDir
    Path folder;

    /** What a process printed, and its exit code. */
    private record Ended(int code, String output) {}

    @Test
    void memory_is_kept_and_found_on_the_module_path() throws Exception {
        requireRemembered(Path.of(System.getProperty("java.home")));
    }

    @Test
    void memory_is_kept_and_found_on_the_module_path_of_jdk_25() throws Exception {
        Path jdk25 = Path.of("/usr/lib/jvm/temurin-25-jdk-amd64");
        assumeTrue(Files.isDirectory(jdk25), "there is no JDK 25 in " + jdk25);
        requireRemembered(jdk25);
    }

    @Test
    void the_engine_does_not_compile_into_an_application() throws Exception {
        assertThat(compiled("io.memu4j.model.MemoryScope").code()).isZero();
        for (String hidden : List.of(
                "io.memu4j.internal.files.DurableFiles",
                "io.memu4j.internal.prompt.Prompt", // exported to a module of ours alone
                "io.memu4j.store.jpa.session.ScopedSessions",
                "io.memu4j.store.jpa.entity.ItemRow")) {
            Ended javac = compiled(hidden);
            assertThat(javac.code()).as(hidden).isNotZero();
            assertThat(javac.output()).as(hidden).contains("is not visible");
        }
    }

    @Test
    void only_the_api_and_the_spi_are_exported_to_everybody() {
        Map<String, List<String>> exported =
                ModuleFinder.of(modulePath().map(Path::of).toArray(Path[]::new)).findAll().stream()
                        .map(ModuleReference::descriptor)
                        .filter(module -> module.name().startsWith("io.memu4j.") && !module.isAutomatic())
                        .collect(Collectors.toMap(module -> module.name(), module -> module.exports().stream()
                                .filter(export -> !export.isQualified())
                                .map(export -> export.source())
                                .toList()));
        assertThat(exported).containsOnlyKeys("io.memu4j.core", "io.memu4j.migrations", "io.memu4j.store.jpa", MODULE);
        assertThat(exported.get("io.memu4j.core"))
                .contains("io.memu4j", "io.memu4j.spi.store")
                .noneMatch(name -> name.contains(".internal"));
        assertThat(exported.get("io.memu4j.store.jpa")).containsExactly("io.memu4j.store.jpa");
        assertThat(exported.get("io.memu4j.migrations")).containsExactly("io.memu4j.migrations");
    }

    private void requireRemembered(Path jdk) throws Exception {
        Ended java = run(List.of(
                jdk.resolve("bin/java").toString(),
                "-Xmx512m",
                "--module-path",
                modulePath().collect(Collectors.joining(File.pathSeparator)),
                "--module",
                MODULE + "/" + MODULE + ".ModularMemory",
                folder.toString()));
        assertThat(java.output())
                .contains("module " + MODULE)
                .contains("sqlite [I moved to Porto in May.]")
                .contains("h2 [I moved to Porto in May.]");
        assertThat(java.code()).isZero();
    }

    /** Compiles a class of another module that names that type. */
    private Ended compiled(String type) throws Exception {
        Path source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(
                source.resolve("module-info.java"),
                """
                module outsider {
                    requires io.memu4j.core;
                    requires io.memu4j.store.jpa;
                }
                """);
        Files.createDirectories(source.resolve("outside"));
        Files.writeString(
                source.resolve("outside/Outsider.java"),
                """
                package outside;

                class Outsider {
                    Class<?> reached = %s.class;
                }
                """
                        .formatted(type));
        return run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-d",
                folder.resolve("classes").toString(),
                "--module-path",
                modulePath().collect(Collectors.joining(File.pathSeparator)),
                source.resolve("module-info.java").toString(),
                source.resolve("outside/Outsider.java").toString()));
    }

    /** The class path of this test; modules that nobody requires are not resolved. */
    private static Stream<String> modulePath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"));
    }

    private Ended run(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            return new Ended(process.waitFor(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }
}
