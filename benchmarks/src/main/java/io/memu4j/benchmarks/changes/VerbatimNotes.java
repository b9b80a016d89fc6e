package io.memu4j.benchmarks.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.model.ModelStep;
import io.memu4j.spi.llm.ChatAnswer;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.ChatRequest;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.TextEmbedder;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Notes every message of a person word by word, as a statement of its own. */
final class VerbatimNotes implements ChatGenerator {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Models models() {
        return new Models() {
            @Override
            public Optional<TextEmbedder> embedding() {
                return Optional.empty();
            }

            @Override
            public Optional<ChatGenerator> chat(ModelStep step) {
                return step == ModelStep.EXTRACT ? Optional.of(new VerbatimNotes()) : Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public String name() {
        return "verbatim";
    }

    @Override
    public ChatAnswer chat(ChatRequest request) {
        String user = request.user();
        int start = user.indexOf('\n', user.indexOf("<<<DATA ")) + 1;
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = answer.put("caption", "A talk.").putArray("items");
        user.substring(start, user.lastIndexOf("\nDATA "))
                .lines()
                .map(VerbatimNotes::parsed)
                .forEach(line -> {
                    if (line.has("n") && !line.path("who").asText().equals("assistant")) {
                        ObjectNode item = items.addObject()
                                .put("type", "profile")
                                .put("content", line.path("text").asText());
                        item.putNull("happened_at").putArray("categories");
                        item.putArray("passages").add(line.path("n").asInt());
                    }
                });
        return ChatAnswer.of(answer.toString());
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
