package io.memu4j.cli.option;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a flat file of TOML: names and texts. Messages show no value: it may be a password in the wrong place. */
final class TomlFile {
    private static final long MOST_BYTES = 100_000;

    private TomlFile() {}

    static Map<String, String> read(Path file) {
        Map<String, String> values = new LinkedHashMap<>();
        tree(file).properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                throw new UsageException("The setting '" + entry.getKey() + "' in the file " + file
                        + " is no text. Expected a text in quotes, such as user = \"ana\".");
            }
            values.put(entry.getKey(), entry.getValue().textValue());
        });
        return values;
    }

    private static JsonNode tree(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new UsageException("The file " + file + " is longer than " + MOST_BYTES + " bytes.");
            }
            return new TomlMapper().readTree(Files.readString(file));
        } catch (JacksonException e) {
            JsonLocation at = e.getLocation();
            throw new UsageException("The file " + file + " is no TOML" + (at == null ? "" : ": line " + at.getLineNr())
                    + ". Expected lines such as user = \"ana\".");
        } catch (IOException e) {
            throw new UsageException("The file " + file + " cannot be read. Name another one with --config.");
        }
    }
}
