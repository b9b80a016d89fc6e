package io.memu4j.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.model.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads conversations in the neutral form: {@code sessions/NN.json} and {@code questions.json} in a folder each. */
final class ConversationReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConversationReader() {}

    /** The conversation in {@code folder}, or those in the folders within it, by name. */
    static List<Conversation> read(Path folder) throws IOException {
        if (Files.exists(folder.resolve("questions.json"))) {
            return List.of(conversation(folder));
        }
        List<Conversation> conversations = new ArrayList<>();
        for (Path child : children(folder)) {
            if (Files.exists(child.resolve("questions.json"))) {
                conversations.add(conversation(child));
            }
        }
        return conversations;
    }

    private static Conversation conversation(Path folder) throws IOException {
        SortedMap<Integer, List<Message>> sessions = new TreeMap<>();
        for (Path file : children(folder.resolve("sessions"))) {
            String name = file.getFileName().toString();
            if (name.endsWith(".json")) {
                int number = Integer.parseInt(name.substring(0, name.length() - ".json".length()));
                sessions.put(number, messages(JSON.readTree(file.toFile())));
            }
        }
        List<Question> questions =
                questions(JSON.readTree(folder.resolve("questions.json").toFile()));
        return new Conversation(folder.getFileName().toString(), sessions, questions);
    }

    private static List<Message> messages(JsonNode array) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode node : array) {
            String createdAt = node.path("created_at").asText("");
            messages.add(new Message(
                    node.path("role").asText("user"),
                    node.hasNonNull("name") ? node.get("name").asText() : null,
                    node.path("content").asText(""),
                    createdAt.isEmpty() ? null : OffsetDateTime.parse(createdAt)));
        }
        return messages;
    }

    /** Questions without evidence measure nothing and are left out. */
    private static List<Question> questions(JsonNode array) {
        List<Question> questions = new ArrayList<>();
        for (JsonNode node : array) {
            Set<MessageId> evidence = new HashSet<>();
            node.path("evidence")
                    .forEach(e -> evidence.add(new MessageId(
                            e.get("session").asInt(), e.get("message").asInt())));
            if (!evidence.isEmpty()) {
                questions.add(new Question(
                        node.get("question").asText(), node.get("category").asText(), evidence));
            }
        }
        return questions;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }
}
