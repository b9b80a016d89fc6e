package io.memu4j.benchmarks.quality;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.error.InvalidInputException;
import io.memu4j.model.ConversationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads conversations in the neutral form: {@code sessions/NN.json} and {@code questions.json} in a folder each. */
final class ConversationReader {
    private static final String QUESTIONS = "questions.json";
    private static final String SESSIONS = "sessions";

    private final boolean corrected;
    private final Consumer<String> warnings;

    /**
     * Makes a reader.
     *
     * @param corrected whether evidence that was corrected later is used where there is some
     * @param warnings told of evidence that points at no message; it counts as if it were not there
     */
    ConversationReader(boolean corrected, Consumer<String> warnings) {
        this.corrected = corrected;
        this.warnings = warnings;
    }

    /**
     * The conversation in {@code folder}, or those in the folders within it, by name.
     *
     * @throws InvalidConversationException when there is none, or one cannot be read
     */
    List<Conversation> read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidConversationException(
                    folder + " is no folder; expected a conversation or a folder of them.");
        }
        if (isConversation(folder)) {
            return List.of(conversation(folder));
        }
        List<Conversation> conversations = children(folder).stream()
                .filter(ConversationReader::isConversation)
                .map(this::conversation)
                .toList();
        if (conversations.isEmpty()) {
            throw new InvalidConversationException(folder + " holds no conversation; expected " + QUESTIONS + " and "
                    + SESSIONS + "/ in it or in folders within it.");
        }
        return conversations;
    }

    private static boolean isConversation(Path folder) {
        return Files.exists(folder.resolve(QUESTIONS)) || Files.isDirectory(folder.resolve(SESSIONS));
    }

    private Conversation conversation(Path folder) {
        SortedMap<Integer, List<ConversationMessage>> sessions = sessions(folder.resolve(SESSIONS));
        JsonFile file = new JsonFile(folder.resolve(QUESTIONS));
        JsonNode entries = file.list();
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            String text = file.text(entry, i, "question");
            Set<MessageId> evidence = evidence(file, entry, i, sessions);
            if (!evidence.isEmpty()) {
                String category = entry.path("category").asText("");
                questions.add(new Question(
                        text, category.isBlank() ? Question.NO_CATEGORY : category, answer(entry), evidence));
            }
        }
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        return new Conversation(name, sessions, questions, entries.size() - questions.size());
    }

    /** What is expected, with what the authors of the question demand of an answer besides. */
    private @Nullable String answer(JsonNode entry) {
        String correct = entry.at("/audit/correct_answer").asText("");
        JsonNode stated = entry.path("answer");
        if (stated.isMissingNode() || stated.isNull() || stated.asText().isBlank()) {
            return null;
        }
        StringBuilder expected = new StringBuilder(corrected && !correct.isBlank() ? correct : stated.asText());
        entry.path("rubric").forEach(demand -> expected.append("\n- ").append(demand.asText()));
        return expected.toString();
    }

    private static SortedMap<Integer, List<ConversationMessage>> sessions(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidConversationException(
                    folder + " does not exist; expected the sessions of the conversation.");
        }
        SortedMap<Integer, List<ConversationMessage>> sessions = new TreeMap<>();
        for (Path path : children(folder)) {
            String name = path.getFileName().toString();
            if (name.endsWith(".json")) {
                JsonFile file = new JsonFile(path);
                if (sessions.put(number(file, name), messages(file)) != null) {
                    throw file.wrong("has the number of another session");
                }
            }
        }
        return sessions;
    }

    private static int number(JsonFile file, String name) {
        try {
            return Integer.parseInt(name.substring(0, name.length() - ".json".length()));
        } catch (NumberFormatException e) {
            throw file.wrong("is not called after the number of a session, such as 01.json");
        }
    }

    private static List<ConversationMessage> messages(JsonFile file) {
        List<ConversationMessage> messages = new ArrayList<>();
        for (JsonNode node : file.list()) {
            try {
                messages.add(ConversationMessage.builder(
                                node.path("role").asText("user"),
                                node.path("content").asText(""))
                        .name(node.hasNonNull("name") ? node.get("name").asText() : null)
                        .createdAt(time(node.path("created_at").asText("")))
                        .build());
            } catch (DateTimeParseException | InvalidInputException e) {
                throw file.wrong("has a message that cannot be used (number " + messages.size() + ", counted from 0): "
                        + e.getMessage());
            }
        }
        return messages;
    }

    /** A time without an offset is that of UTC. */
    private static @Nullable OffsetDateTime time(String text) {
        if (text.isEmpty() || text.equals("null")) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            return LocalDateTime.parse(text.replace(' ', 'T')).atOffset(ZoneOffset.UTC);
        }
    }

    private Set<MessageId> evidence(
            JsonFile file, JsonNode entry, int index, SortedMap<Integer, List<ConversationMessage>> sessions) {
        boolean useCorrected = corrected && entry.path("evidence_corrected").size() > 0;
        Set<MessageId> evidence = new LinkedHashSet<>();
        for (JsonNode node : entry.path(useCorrected ? "evidence_corrected" : "evidence")) {
            if (!node.path("session").canConvertToInt() || !node.path("message").canConvertToInt()) {
                throw file.wrong("has evidence without 'session' and 'message' (number " + index + ", counted from 0)");
            }
            MessageId id = new MessageId(
                    node.get("session").asInt(), node.get("message").asInt());
            List<ConversationMessage> session = sessions.getOrDefault(id.session(), List.of());
            if (id.message() >= 0 && id.message() < session.size()) {
                evidence.add(id);
            } else {
                warnings.accept(file.wrong("cites message " + id.message() + " of session " + id.session()
                                + ", which does not exist (number " + index + ", counted from 0); it is left out")
                        .getMessage());
            }
        }
        return evidence;
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new InvalidConversationException(folder + " cannot be listed (" + e.getMessage() + ").");
        }
    }
}
