package io.memu4j.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The program as users run it: {@code java -jar memu.jar} in a process of its own. */
final class PackagedProgram {
    private static final Path JAR = Path.of("target", "memu.jar").toAbsolutePath();

    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> options;

    private PackagedProgram(Path folder, Map<String, String> environment, List<String> options) {
        this.folder = folder;
        this.environment = environment;
        this.options = options;
    }

    /** Skips the test where the jar has not been built: it is in the phase "package". */
    static PackagedProgram in(Path folder) {
        assumeTrue(Files.exists(JAR) && Files.isDirectory(JAR.resolveSibling("lib")), "the jar is not built");
        return new PackagedProgram(folder, Map.of(), List.of());
    }

    PackagedProgram withEnvironment(String name, String value) {
        return new PackagedProgram(folder, Map.of(name, value), options);
    }

    PackagedProgram withOption(String option) {
        return new PackagedProgram(folder, environment, List.of(option));
    }

    /** Runs a command to its end. */
    CommandRun run(String... args) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        int code = started(out, err, args).waitFor();
        return new CommandRun(code, text(out), text(err));
    }

    /** Starts a command whose streams go to those files. */
    Process started(Path out, Path err, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream.of("user.language", "user.country", "user.timezone")
                .filter(name -> !System.getProperty(name, "").isEmpty())
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(options);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
