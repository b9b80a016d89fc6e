package io.memu4j.migrations;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A main class of the tests in a JVM of its own, with everything it prints. */
record ChildJvm(Process process, Path output) {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    record Ended(int exit, String output) {}

    static ChildJvm start(Path folder, Class<?> main, List<String> options, String... arguments) throws IOException {
        return start(folder, main, CLASS_PATH, options, arguments);
    }

    static ChildJvm startWithAlso(Path folder, Path classPathEntry, Class<?> main, String... arguments)
            throws IOException {
        return start(folder, main, CLASS_PATH + File.pathSeparator + classPathEntry, List.of(), arguments);
    }

    static ChildJvm startWithoutLiquibase(Path folder, Class<?> main, String... arguments) throws IOException {
        String without = Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("liquibase-"))
                .collect(Collectors.joining(File.pathSeparator));
        return start(folder, main, without, List.of(), arguments);
    }

    private static ChildJvm start(
            Path folder, Class<?> main, String classPath, List<String> options, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        if (Runtime.version().feature() >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "child", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new ChildJvm(process, output);
    }

    Ended await() throws IOException, InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The child did not end: " + Files.readString(output));
        }
        return new Ended(process.exitValue(), Files.readString(output).strip());
    }
}
