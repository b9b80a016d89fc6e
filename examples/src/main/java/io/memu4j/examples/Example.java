package io.memu4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the programs share: where their files are, and that libraries do not talk in between. */
final class Example {
    /** Held on to, because the logging of the JDK forgets the levels of loggers that nobody holds. */
    private static final List<Logger> CHATTY =
            List.of(Logger.getLogger("ai.djl"), Logger.getLogger("com.zaxxer"), Logger.getLogger("org.hibernate"));

    private Example() {}

    /** The absolute folder named by the first argument, created when missing; without one, a new temporary folder. */
    static Path folder(String[] args) throws IOException {
        quiet();
        return args.length > 0
                ? Files.createDirectories(Path.of(args[0]).toAbsolutePath())
                : Files.createTempDirectory("memu4j-");
    }

    /** Lets libraries report failures alone. */
    static void quiet() {
        CHATTY.forEach(logger -> logger.setLevel(Level.SEVERE));
    }
}
