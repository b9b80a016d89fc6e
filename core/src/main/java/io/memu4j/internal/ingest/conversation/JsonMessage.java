package io.memu4j.internal.ingest.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.error.InvalidInputException;
import io.memu4j.model.ConversationMessage;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a message of a JSON object {@code {role, name?, content, created_at?}}; other fields are ignored. */
final class JsonMessage {
    private final String subject;
    private final ZoneId zone;

    JsonMessage(String subject, ZoneId zone) {
        this.subject = subject;
        this.zone = zone;
    }

    /** Whether this is an object with the content of a message. */
    static boolean isMessage(JsonNode node) {
        return node.isObject() && field(node, "content", "text").isPresent();
    }

    /** @throws InvalidInputException when the entry is no message */
    ConversationMessage of(JsonNode entry, int index) {
        if (!entry.isObject()) {
            throw broken(index, "is not an object", "an object with role and content");
        }
        JsonNode content = field(entry, "content", "text")
                .orElseThrow(() -> broken(index, "has no content", "a field 'content' with what was said"));
        String text = text(content, index);
        String role = string(entry, "role").orElse("user");
        if (role.length() > 32) {
            throw broken(index, "has a role of " + role.length() + " characters", "at most 32");
        }
        return ConversationMessage.builder(Roles.named(role).orElse(role), text)
                .name(string(entry, "name", "speaker", "sender").orElse(null))
                .createdAt(time(entry, index))
                .build();
    }

    /** A string, an object with a text, or a list of parts of which those with a text count. */
    private String text(JsonNode content, int index) {
        if (content.isTextual()) {
            return content.textValue();
        }
        if (content.isNull()) {
            return "";
        }
        if (content.isObject() && content.path("text").isTextual()) {
            return content.get("text").textValue();
        }
        if (!content.isArray()) {
            throw broken(index, "has a content that is not text", "a string, {\"text\": ...} or a list of parts");
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : content) {
            JsonNode text = part.isObject() ? part.path("text") : part;
            if (text.isTextual()) {
                parts.add(text.textValue());
            }
        }
        return String.join("\n", parts);
    }

    private @Nullable OffsetDateTime time(JsonNode entry, int index) {
        JsonNode time =
                field(entry, "created_at", "createdAt", "timestamp", "time").orElse(null);
        if (time == null
                || time.isNull()
                || (time.isTextual() && time.textValue().isBlank())) {
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

    private static Optional<String> string(JsonNode entry, String... names) {
        return field(entry, names)
                .filter(JsonNode::isTextual)
                .map(node -> node.textValue().strip())
                .filter(text -> !text.isEmpty());
    }

    private static Optional<JsonNode> field(JsonNode entry, String... names) {
        return Stream.of(names).filter(entry::has).findFirst().map(entry::get);
    }
}
