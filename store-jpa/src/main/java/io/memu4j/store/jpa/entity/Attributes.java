package io.memu4j.store.jpa.entity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The caller's attributes as stored: a JSON object without white space, keys in order; null where there are none. */
public final class Attributes {
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private Attributes() {}

    static @Nullable String json(Map<String, String> attributes) {
        return attributes.isEmpty() ? null : write(new TreeMap<>(attributes));
    }

    static Map<String, String> map(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        try {
            return Json.MAPPER.readValue(json, STRINGS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row's attributes are not a JSON object of texts.", e);
        }
    }

    /**
     * What the stored form of every map with that pair contains. Another map may contain it too, only by text made for it: compare the
     * maps as well.
     */
    public static String fragment(String key, String value) {
        return write(key) + ":" + write(value);
    }

    private static String write(Object value) {
        try {
            return Json.MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written as JSON.", e);
        }
    }

    /** Loaded with the first attribute: most rows have none. */
    private static final class Json {
        /** What is stored can be read back whatever its size: one row nobody can read would stop every list. */
        static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build());
    }
}
