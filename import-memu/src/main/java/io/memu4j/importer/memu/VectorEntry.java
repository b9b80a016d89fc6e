package io.memu4j.importer.memu;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a vectors file.
 *
 * @param vector of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // passes through, compared by nobody
record VectorEntry(@Nullable String userId, @Nullable String agentId, @Nullable String text, float[] vector) {
    /** Reads the value at which the parser stands to its end; null where there is no usable vector in it. */
    static @Nullable VectorEntry read(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        String userId = null;
        String agentId = null;
        String text = null;
        float[] vector = null;
        for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
            parser.nextToken();
            switch (field) {
                case "user_id" -> userId = text(parser);
                case "agent_id" -> agentId = text(parser);
                case "text" -> text = text(parser);
                case "vector" -> vector = numbers(parser);
                default -> parser.skipChildren();
            }
        }
        float[] unit = vector == null ? null : unit(vector);
        return unit == null ? null : new VectorEntry(userId, agentId, text, unit);
    }

    private static @Nullable String text(JsonParser parser) throws IOException {
        String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
        parser.skipChildren();
        return text;
    }

    private static float @Nullable [] numbers(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return null;
        }
        float[] numbers = new float[1536];
        int count = 0;
        boolean usable = true;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token.isNumeric() && usable) {
                numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
                numbers[count++] = (float) parser.getDoubleValue();
            } else {
                usable = false;
                parser.skipChildren();
            }
        }
        return usable ? Arrays.copyOf(numbers, count) : null;
    }

    /** The same direction with length 1; null where there is none. */
    private static float @Nullable [] unit(float[] vector) {
        double sum = 0;
        for (float number : vector) {
            sum += (double) number * number;
        }
        double length = Math.sqrt(sum);
        if (!Double.isFinite(length) || length == 0) {
            return null;
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }
}
