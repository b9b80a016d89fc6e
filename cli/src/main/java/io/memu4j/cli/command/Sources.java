package io.memu4j.cli.command;

import io.memu4j.error.InvalidInputException;
import io.memu4j.error.ResourceAccessException;
import io.memu4j.internal.value.SourceKey;
import io.memu4j.memorize.MemorizeRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What a person names on the command line: a file, or an address. */
final class Sources {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

    private Sources() {}

    /**
     * What to memorize.
     *
     * @throws ResourceAccessException when it is a file that is not there
     * @throws InvalidInputException when it is neither a file nor an address
     */
    static MemorizeRequest request(String source) {
        return ADDRESS.matcher(source).matches()
                ? MemorizeRequest.uri(address(source))
                : MemorizeRequest.file(existing(source));
    }

    private static URI address(String source) {
        try {
            return new URI(source);
        } catch (URISyntaxException e) {
            throw new InvalidInputException(
                    "The address " + SourceKey.shown(source) + " is not well formed. Expected http://HOST/PATH.", e);
        }
    }

    private static Path existing(String source) {
        Path file = path(source);
        if (source.isBlank() || !Files.exists(file)) {
            throw new ResourceAccessException(
                    "There is no file " + (source.isBlank() ? "''" : source) + ". Check the path.");
        }
        if (Files.isDirectory(file)) {
            throw new ResourceAccessException(
                    source + " is a directory. Name the files in it, for example " + source + "/*.");
        }
        return file;
    }

    private static Path path(String source) {
        try {
            return Path.of(source);
        } catch (InvalidPathException e) {
            throw new InvalidInputException("'" + source + "' is not the path of a file.", e);
        }
    }
}
