package io.memu4j.internal.ingest.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.text.SpeakerRoles;
import io.memu4j.model.ConversationMessage;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a message of a JSON object: who speaks, what is said, and when, each in one of the fields by which libraries and exports call them.
 * Other fields are ignored.
 */
final class JsonMessage {
    private static final List<String> TIMES = List.of(
            "created_at",
            "createdAt",
            "timestamp",
            "time",
            "timestamp_ms",
            "date_unixtime",
            "ts",
            "sent_at",
            "sentAt",
            "create_time",
            "createTime",
            "createdDateTime",
            "date");
    /** Fields in which libraries wrap a message. */
    private static final List<String> WRAPPERS = List.of("data", "kwargs", "message", "payload");

    private static final int LONGEST_ROLE = 32;

    private final String subject;
    private final ZoneId zone;

    JsonMessage(String subject, ZoneId zone) {
        this.subject = subject;
        this.zone = zone;
    }

    /**
     * Returns the messages of a text.
     *
     * @throws InvalidInputException when none of them says who speaks
     */
    static List<ConversationMessage> spoken(String subject, List<ConversationMessage> messages) {
        if (!messages.isEmpty()
                && messages.stream().allMatch(message -> message.role().equals(SpeakerRoles.NOBODY))) {
            throw new InvalidInputException(subject + " does not say who speaks in any of its " + messages.size()
                    + " messages. Expected a field 'role' such as user or assistant, or a name in 'name', 'sender',"
                    + " 'from' or 'author'. Use the modality document to remember the JSON text itself.");
        }
        return messages;
    }

    /** Whether this is an object with the content of a message. */
    static boolean isMessage(JsonNode node) {
        return node.isObject() && JsonWords.in(unwrapped(node)).isPresent();
    }

    /**
     * Reads a message. One without words, such as a call of a tool, is empty; one whose speaker is not understood is nobody's.
     *
     * @throws InvalidInputException when the entry is no message
     */
    ConversationMessage of(JsonNode wrapped, int index) {
        if (!wrapped.isObject()) {
            throw broken(index, "is not an object", "an object with role and content");
        }
        JsonNode entry = unwrapped(wrapped);
        JsonSpeaker speaker = JsonSpeaker.of(entry);
        if (speaker.role().length() > LONGEST_ROLE) {
            throw broken(index, "has a role of " + speaker.role().length() + " characters", "at most " + LONGEST_ROLE);
        }
        return ConversationMessage.builder(speaker.role(), words(entry, index))
                .name(speaker.name())
                .createdAt(time(entry, index))
                .build();
    }

    private String words(JsonNode entry, int index) {
        Optional<JsonNode> words = JsonWords.in(entry);
        if (words.isEmpty() && JsonWords.hasNone(entry)) {
            return "";
        }
        return JsonWords.of(words.orElseThrow(
                        () -> broken(index, "has no content", "a field 'content' with what was said")))
                .orElseThrow(() -> broken(
                        index, "has a content that is not text", "a string, {\"text\": ...} or a list of parts"));
    }

    /** The message itself, with what is written beside it. */
    private static JsonNode unwrapped(JsonNode entry) {
        for (String wrapper : WRAPPERS) {
            if (entry.path(wrapper).isObject() && JsonWords.in(entry).isEmpty()) {
                ObjectNode message = entry.get(wrapper).deepCopy();
                entry.properties().forEach(field -> {
                    if (!message.hasNonNull(field.getKey())) {
                        message.set(field.getKey(), field.getValue());
                    }
                });
                return message;
            }
        }
        return entry;
    }

    private @Nullable OffsetDateTime time(JsonNode entry, int index) {
        JsonNode time = TIMES.stream()
                .filter(entry::hasNonNull)
                .findFirst()
                .map(entry::get)
                .map(value -> value.has("$date") ? value.get("$date") : value)
                .orElse(null);
        if (time == null || (time.isTextual() && time.textValue().isBlank())) {
            return null;
        }
        try {
            if (time.isNumber()) {
                return MessageTime.ofEpoch(time.decimalValue(), zone);
            }
            if (time.isTextual()) {
                return MessageTime.ofText(time.textValue(), zone);
            }
        } catch (DateTimeException | NumberFormatException e) { // a double may be infinite
            // The value may be anything, so it is not quoted; the error below names where it is.
        }
        throw broken(
                index,
                "has a time that cannot be read",
                "ISO 8601 such as 2025-10-20T11:36:14+02:00, or epoch seconds");
    }

    private InvalidInputException broken(int index, String what, String expected) {
        return new InvalidInputException(
                subject + ": message " + index + " (counted from 0) " + what + ". Expected " + expected + ".");
    }
}
