package io.memu4j.cli.command;

import io.memu4j.config.MemorizeConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.ResourceAccessException;
import io.memu4j.internal.value.Digests;
import io.memu4j.internal.value.SourceKey;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a person names on the command line: a file, an address, standard input, or a text. */
final class Sources {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

    private static final String STANDARD_INPUT = "-";
    private static final Pattern BLANK = Pattern.compile("\\s");

    private Sources() {}

    /** Whether it is standard input. */
    static boolean isStandardInput(String source) {
        return source.equals(STANDARD_INPUT);
    }

    /**
     * Reads standard input to its end, recognised as a file would be.
     *
     * @param key of the source, or null for one that is made of the content
     */
    static MemorizeRequest standardInput(InputStream in, @Nullable String key) {
        try {
            byte[] bytes = in.readNBytes(Math.toIntExact(MemorizeConfig.DEFAULT.maxSourceBytes() + 1));
            return MemorizeRequest.bytes(key == null ? "stdin-" + digest(bytes) : key, bytes);
        } catch (IOException e) {
            throw new ResourceAccessException("Standard input cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /**
     * What the user says in one message.
     *
     * @param key of the source, or null for one that is made of the text
     */
    static MemorizeRequest said(String text, @Nullable String key) {
        String own = "text-" + digest(text.getBytes(StandardCharsets.UTF_8));
        return MemorizeRequest.messages(key == null ? own : key, List.of(ConversationMessage.user(text)));
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(Digests.newSha256().digest(content)).substring(0, 16);
    }

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
        if (!Files.exists(file) && BLANK.matcher(source.strip()).find() && !source.contains("/")) {
            throw new ResourceAccessException("There is no file of that name, and it looks like a text."
                    + " Memorize a text with --text \"...\", or pipe it into 'memu memorize -'.");
        }
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
