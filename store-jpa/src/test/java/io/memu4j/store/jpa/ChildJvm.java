package io.memu4j.store.jpa;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Another JVM with the classes of this one, and its language and time zone. */
final class ChildJvm {
    private ChildJvm() {}

    static ProcessBuilder of(Class<?> main, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        Stream.of("user.language", "user.country", "user.timezone")
                .filter(name -> !Objects.toString(System.getProperty(name), "").isEmpty())
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(args));
        return new ProcessBuilder(command);
    }

    static Process started(ProcessBuilder builder, Path errors) throws IOException {
        return builder.redirectError(errors.toFile()).start();
    }
}
