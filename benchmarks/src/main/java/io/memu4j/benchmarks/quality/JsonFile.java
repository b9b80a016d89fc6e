package io.memu4j.benchmarks.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** A JSON file that holds a list, read with errors that name it. */
final class JsonFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;

    JsonFile(Path path) {
        this.path = path;
    }

    /** The list in it. */
    JsonNode list() {
        JsonNode root;
        try {
            root = JSON.readTree(path.toFile());
        } catch (JsonProcessingException e) {
            throw wrong("is no JSON (" + e.getOriginalMessage() + ", line "
                    + (e.getLocation() == null ? "unknown" : e.getLocation().getLineNr()) + ")");
        } catch (IOException e) {
            throw wrong("cannot be read (" + e.getMessage() + ")");
        }
        if (!root.isArray()) {
            throw wrong("holds no list; expected a JSON array");
        }
        return root;
    }

    /** A text that an entry has to have. */
    String text(JsonNode entry, int index, String field) {
        JsonNode value = entry.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw wrong("has an entry without '" + field + "' (number " + index + ", counted from 0); expected a text");
        }
        return value.asText();
    }

    InvalidConversationException wrong(String what) {
        return new InvalidConversationException(path + " " + what + ".");
    }
}
