package io.memu4j.cli.command;

import io.memu4j.cli.option.UsageException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What reaches the program from outside, decoded by the JVM with the encoding of the locale. In a locale that cannot hold a character, each
 * of its bytes becomes U+FFFD: two users would be one.
 */
record Arguments(List<String> arguments, Map<String, String> environment, String workingDirectory, String encoding) {
    private static final char LOST = '\uFFFD';

    static Arguments of(String... arguments) {
        return new Arguments(
                List.of(arguments),
                System.getenv(),
                System.getProperty("user.dir", ""),
                System.getProperty("sun.jnu.encoding", "UTF-8"));
    }

    /** @throws UsageException where characters were lost */
    void requireWhole() {
        for (int n = 0; n < arguments.size(); n++) {
            require(arguments.get(n), "Argument " + (n + 1) + " of the command");
        }
        environment.forEach((name, value) -> {
            if (name.startsWith("MEMU_")) {
                require(value, "The environment variable " + name);
            }
        });
        require(workingDirectory, "The name of the working directory");
    }

    private void require(String value, String what) {
        if (value.indexOf(LOST) < 0) {
            return;
        }
        throw new UsageException(
                isUnicode()
                        ? what + " is not valid UTF-8, so characters of it are lost. Type it anew."
                        : what + " has characters that the locale of this program (" + encoding
                                + ") cannot hold, so they are lost, and names that differ would become one. Set LC_ALL=C.UTF-8.");
    }

    private boolean isUnicode() {
        try {
            return Charset.forName(encoding).equals(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return false; // a name that this JVM does not know
        }
    }
}
