package io.memu4j.tck;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.spi.llm.ChatRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * Answers as a chat model that does what it is told: notes every line of the data that does not come from an assistant word by word, under
 * the category whose name it contains, and changes summaries so that they list what is still true. For tests; any thread.
 */
final class NoteTaker implements Function<ChatRequest, String> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String apply(ChatRequest request) {
        return asksForSummaries(request) ? summaries(lines(request)) : notes(lines(request));
    }

    static boolean asksForSummaries(ChatRequest request) {
        return request.schema() != null && request.schema().name().equals("summaries");
    }

    /** The lines of data in a request. */
    static List<JsonNode> lines(ChatRequest request) {
        String user = request.user();
        int start = user.indexOf('\n', user.indexOf("<<<DATA ")) + 1;
        int end = user.lastIndexOf("\nDATA ");
        List<JsonNode> lines = new ArrayList<>();
        user.substring(start, end).lines().forEach(line -> lines.add(parsed(line)));
        return lines;
    }

    private static String notes(List<JsonNode> lines) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.put("caption", "A talk about " + lines.size() + " things.")
                .putArray("items");
        for (JsonNode line : lines) {
            if (line.has("n") && !line.path("who").asText().equals("assistant")) {
                ObjectNode item = items.addObject();
                item.put("type", "profile").put("content", line.get("text").asText());
                item.putNull("happened_at");
                ArrayNode categories = item.putArray("categories");
                for (String word :
                        line.get("text").asText().toLowerCase(Locale.ROOT).split("[^a-z_0-9]+")) {
                    categories.add(word);
                }
                item.putArray("passages").add(line.get("n").asInt());
            }
        }
        return answer.toString();
    }

    private static String summaries(List<JsonNode> lines) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode summaries = answer.putArray("summaries");
        for (JsonNode line : lines) {
            ObjectNode summary =
                    summaries.addObject().put("category", line.get("category").asText());
            ArrayNode remove = summary.putArray("remove");
            ArrayNode add = summary.putArray("add");
            line.path("new").forEach(fact -> add.add("- " + fact.get("fact").asText()));
            if (line.has("gone") || line.has("ended")) {
                line.path("still_true")
                        .forEach(fact -> add.add("- " + fact.get("fact").asText()));
                long old = line.path("summary_so_far").asText().lines().count();
                LongStream.rangeClosed(1, old).forEach(remove::add);
            }
        }
        return answer.toString();
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A line of data is no JSON: " + line, e);
        }
    }
}
