package io.memu4j.internal.llm.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/**
 * One object or array read as far as it goes.
 *
 * @param root what was complete
 * @param end index in the text after what was read
 * @param fault what ended it, or null when all of it was read
 * @param cutOff whether that was the end of the text
 */
record JsonReading(JsonNode root, int end, @Nullable String fault, boolean cutOff) {
    private static final int DEEPEST = 64;
    private static final JsonFactory LENIENT = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            // The same name twice in one object means that two entries ran into each other.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    /** Reads from the brace or bracket at {@code start}. */
    static JsonReading of(String text, int start) {
        StringReader rest = new StringReader(text);
        PartialTree tree = new PartialTree();
        try {
            if (rest.skip(start) != start) {
                throw new IllegalArgumentException("The start " + start + " is outside of the text.");
            }
            return read(
                    LENIENT.createParser(rest),
                    tree,
                    start,
                    text.stripTrailing().length());
        } catch (IOException e) {
            throw new IllegalStateException("A text in the heap cannot fail to be read.", e);
        }
    }

    private static JsonReading read(JsonParser parser, PartialTree tree, int start, int length) {
        try {
            do {
                if (parser.nextToken() == null) {
                    return cutOff(tree, length);
                }
                tree.take(parser);
            } while (!tree.isComplete());
            return new JsonReading(tree.salvage(), start + offset(parser), null, false);
        } catch (JsonEOFException e) {
            return cutOff(tree, length);
        } catch (IOException e) { // malformed, nested too deeply, or a number or name beyond all limits
            int end = start + offset(parser);
            return end >= length
                    ? cutOff(tree, end)
                    : new JsonReading(tree.salvage(), end, "the JSON is broken", false);
        }
    }

    private static JsonReading cutOff(PartialTree tree, int end) {
        return new JsonReading(tree.salvage(), end, "the JSON is cut off before its end", true);
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentLocation().getCharOffset();
    }
}
