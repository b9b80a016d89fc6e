package io.memu4j.internal.ingest.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.memu4j.error.InvalidInputException;
import java.util.Optional;

/** Reads JSON that somebody else wrote; its errors name a place, never the content. */
public final class JsonText {
    /** Names of fields are not kept for the next text: a text with many different ones would fill the tables of the JVM. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /** The value, or empty where the text is not exactly one JSON value. */
    public static Optional<JsonNode> tryParse(String text) {
        try {
            return Optional.of(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads one JSON value.
     *
     * @throws InvalidInputException when the text is not exactly one JSON value
     */
    public static JsonNode parse(TextContent content) {
        return parse(content.subject(), content.text(), 1);
    }

    /**
     * The value of a piece of a text.
     *
     * @param firstLine the number of the piece's first line
     * @throws InvalidInputException when the piece is not exactly one JSON value
     */
    public static JsonNode parse(String subject, String piece, int firstLine) {
        try {
            return MAPPER.readTree(piece);
        } catch (JsonProcessingException e) {
            // Jackson's message quotes the content, so it is not kept as the cause.
            var at = e.getLocation();
            String place =
                    at == null ? "" : " at line " + (at.getLineNr() + firstLine - 1) + ", column " + at.getColumnNr();
            throw new InvalidInputException(
                    subject + " is not valid JSON" + place
                            + ". Expected one complete JSON value. Correct the file, or give it another name if it is plain text.");
        }
    }

    /** The text of a value with line breaks and indentation. */
    public static String pretty(JsonNode value) {
        return value.toPrettyString();
    }
}
