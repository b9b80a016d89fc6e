package io.memu4j.internal.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of JSON for a model to read: whatever its texts hold, it stays one line. One thread. */
public final class DataLine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Adds a field; null leaves it out. */
    public DataLine with(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** The line, without a line break at its end. */
    @Override
    public String toString() {
        try {
            return JSON.writeValueAsString(fields).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A field of a data line is neither a text nor a number nor a list.", e);
        }
    }
}
