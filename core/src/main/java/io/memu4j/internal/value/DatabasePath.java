package io.memu4j.internal.value;

import io.memu4j.error.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which file a database is in, and which names of files are refused because a driver would take them for other ones. */
public final class DatabasePath {
    private static final String H2 = "jdbc:h2:";
    private static final String H2_SUFFIX = ".mv.db";

    /** SQLite's limit of 512 bytes, less the suffix of a journal. */
    private static final int MAX_SQLITE_PATH = 504;

    /** What file systems allow, and the longest suffix of a file beside a database. */
    private static final int MAX_NAME = 255;

    private static final String LONGEST_SUFFIX = ".migrate.lock";

    private DatabasePath() {}

    /** The absolute file that H2 keeps a database of that URL in; null where that is no file of this machine, or not known. */
    public static @Nullable Path ofH2(String url) {
        if (!url.startsWith(H2) || url.startsWith(H2 + "mem:") || url.contains("://")) {
            return null;
        }
        String name = h2Name(url);
        if (name.matches("\\w{2,}:.*")) {
            return null; // a file system of H2's own, or a server
        }
        if (name.startsWith("~")) {
            name = System.getProperty("user.home") + name.substring(1);
        }
        try {
            return Path.of(name + H2_SUFFIX).toAbsolutePath();
        } catch (InvalidPathException e) {
            return null; // H2 says so when it opens it
        }
    }

    /**
     * Checks the name of a file: drivers cut white space and control characters off its end, and open another file.
     *
     * @throws ConfigurationException if it ends in white space or contains a control character
     */
    public static void require(String name) {
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new ConfigurationException(
                    "The address of the database contains a control character, such as the line end"
                            + " of a Windows file that it was read from: '"
                            + name.replaceAll("\\p{Cntrl}", "?") + "'. Remove it.");
        }
        if (!name.stripTrailing().equals(name) || name.endsWith("\u00a0")) {
            throw new ConfigurationException(
                    "The address of the database ends with a blank: '" + name + "'. Remove it, or rename the file.");
        }
    }

    /**
     * Checks the name of a SQLite file as {@link #require} does.
     *
     * @throws ConfigurationException also if the path is longer than SQLite opens
     */
    public static void requireSqlite(Path file) {
        require(file.toString());
        requireLength(file);
        int bytes = bytes(file.toAbsolutePath().normalize().toString());
        if (bytes > MAX_SQLITE_PATH) {
            throw new ConfigurationException(
                    "The path of the SQLite database has " + bytes + " bytes, and SQLite opens paths of up to "
                            + MAX_SQLITE_PATH + ". Name a file with a shorter path.");
        }
    }

    /**
     * Checks that files beside the database can have its name with a suffix.
     *
     * @throws ConfigurationException if a name in the path is longer than file systems allow
     */
    public static void requireLength(Path file) {
        for (Path name : file) {
            String whole = name.equals(file.getFileName()) ? name + LONGEST_SUFFIX : name.toString();
            if (bytes(whole) > MAX_NAME) {
                throw new ConfigurationException("A name in the path of the database has " + bytes(name.toString())
                        + " bytes. Expected up to " + MAX_NAME + ", and of the file up to "
                        + (MAX_NAME - LONGEST_SUFFIX.length()) + ".");
            }
        }
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * Checks the name of an H2 database as {@link #require} does.
     *
     * @throws ConfigurationException also if it has the suffix that H2 appends
     */
    public static void requireH2(String name) {
        require(name);
        if (name.endsWith(H2_SUFFIX)) {
            throw new ConfigurationException("The H2 database '" + name + "' is named with the suffix " + H2_SUFFIX
                    + ", which H2 appends: it would make another file. Leave the suffix out.");
        }
    }

    /** Checks the URL of a database; its parameters may hold a password and are not shown. */
    public static void requireUrl(String url) {
        String shown = url.replaceFirst("[?;].*", "");
        if (url.startsWith(H2)) {
            requireH2(h2Name(url));
        }
        require(shown);
        if (url.chars().anyMatch(Character::isISOControl)
                || !url.stripTrailing().equals(url)) {
            throw new ConfigurationException("The parameters of the database URL " + shown
                    + " contain a control character or end with a blank. Remove it.");
        }
    }

    private static String h2Name(String url) {
        return url.substring(H2.length()).replaceFirst("(?s);.*", "").replaceFirst("^(file|nio):", "");
    }
}
