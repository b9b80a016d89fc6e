package io.memu4j.migrations;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the file behind a JDBC URL. */
final class DatabaseFiles {
    static final String SQLITE = "jdbc:sqlite:";
    static final String H2 = "jdbc:h2:";

    private DatabaseFiles() {}

    /** The absolute path, for H2 without the {@code .mv.db} that it appends; null when no local file is behind the URL. */
    static @Nullable Path of(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        try {
            if (lower.startsWith(SQLITE)) {
                return sqlite(url.substring(SQLITE.length()));
            }
            if (lower.startsWith(H2)) {
                return h2(url.substring(H2.length()));
            }
        } catch (InvalidPathException e) {
            // Not a path of this file system: the driver will say so when it opens it.
            return null;
        }
        return null;
    }

    private static @Nullable Path sqlite(String rest) {
        String name = until(rest, '?');
        if (name.startsWith("file:")) {
            name = name.substring("file:".length());
        }
        return name.isBlank() || name.startsWith(":") ? null : absolute(name);
    }

    private static @Nullable Path h2(String rest) {
        String name = until(rest, ';');
        name = name.replaceFirst("^(file|nio):", "");
        if (name.startsWith("~/")) {
            name = System.getProperty("user.home") + name.substring(1);
        }
        // A longer prefix is another kind of H2 database (mem:, tcp:, zip: ...); one letter is a Windows drive.
        boolean prefixed = name.indexOf(':') > 1;
        return name.isBlank() || prefixed ? null : absolute(name);
    }

    private static Path absolute(String name) {
        return Path.of(name).toAbsolutePath().normalize();
    }

    private static String until(String text, char end) {
        int at = text.indexOf(end);
        return at < 0 ? text : text.substring(0, at);
    }
}
