package io.memu4j.llm.langchain4j;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The order of vectors in an answer of OpenAI's protocol: each has the number of its text, which LangChain4j does not look at. */
final class EmbeddingOrder {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper TREES = new ObjectMapper();

    private EmbeddingOrder() {}

    /** The answer with its vectors in the order of the texts; unchanged where they are, or where it is no such answer. */
    static String restored(String body) {
        try {
            return inOrder(body) ? body : sorted(body);
        } catch (IOException e) {
            return body; // not JSON: whoever reads it says so
        }
    }

    private static boolean inOrder(String body) throws IOException {
        int expected = 0;
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && parser.currentName().equals("embedding")) {
                    parser.nextToken();
                    parser.skipChildren();
                } else if (token == JsonToken.FIELD_NAME && parser.currentName().equals("index")) {
                    if (parser.nextToken() != JsonToken.VALUE_NUMBER_INT || parser.getIntValue() != expected++) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static String sorted(String body) throws IOException {
        if (TREES.readTree(body) instanceof ObjectNode root && root.path("data") instanceof ArrayNode data) {
            List<JsonNode> rows = new ArrayList<>();
            data.forEach(rows::add);
            rows.sort(Comparator.comparingInt(row -> row.path("index").asInt()));
            data.removeAll().addAll(rows);
            return root.toString();
        }
        return body;
    }
}
