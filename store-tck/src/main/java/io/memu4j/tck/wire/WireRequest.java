package io.memu4j.tck.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a client sent.
 *
 * @param path with the query, if any
 * @param headers by name in lower case
 * @param body as sent
 */
public record WireRequest(String method, String path, Map<String, String> headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public WireRequest {
        headers = Map.copyOf(headers);
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * Reads the body as JSON.
     *
     * @throws IllegalStateException when the body is no JSON
     */
    public JsonNode json() {
        try {
            return JSON.readTree(text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The request is no JSON: " + text(), e);
        }
    }
}
