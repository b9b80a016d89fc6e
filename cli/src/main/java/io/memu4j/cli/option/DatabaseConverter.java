package io.memu4j.cli.option;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.ConfigurationException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --db}: a path is a SQLite file, everything with {@code jdbc:} in front is a URL. */
final class DatabaseConverter implements ITypeConverter<DatabaseConfig> {
    /** Only plain files: a URL with settings or in the home folder is left to H2. */
    private static final Pattern H2_FILE = Pattern.compile("(?i:jdbc:h2:)(?:(?i:file:)(?!~)|(?=\\.{0,2}/))([^;]+)");

    @Override
    public DatabaseConfig convert(String value) {
        try {
            return value.regionMatches(true, 0, "jdbc:", 0, 5) ? ofUrl(value) : ofPath(value);
        } catch (ConfigurationException e) {
            throw new TypeConversionException(e.getMessage());
        } catch (InvalidPathException e) {
            throw new TypeConversionException("it is not a path of a file.");
        }
    }

    private static DatabaseConfig ofPath(String value) {
        if (value.isBlank()) {
            throw new TypeConversionException("it is empty. Expected the path of a SQLite file or a JDBC URL.");
        }
        return DatabaseConfig.sqlite(Path.of(value));
    }

    private static DatabaseConfig ofUrl(String url) {
        var h2File = H2_FILE.matcher(url);
        return h2File.matches()
                ? DatabaseConfig.h2(Path.of(h2File.group(1)))
                : DatabaseConfig.jdbc(url)
                        .withCredentials(System.getenv("MEMU_DB_USER"), System.getenv("MEMU_DB_PASSWORD"));
    }
}
