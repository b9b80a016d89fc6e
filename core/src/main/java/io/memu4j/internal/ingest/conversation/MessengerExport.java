package io.memu4j.internal.ingest.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is peculiar to exports of Messenger and Instagram: the newest message comes first, and each byte of UTF-8 is written as a character. */
final class MessengerExport {
    private static final List<String> TEXTS = List.of("sender_name", "content");

    private MessengerExport() {}

    /** Returns the messages oldest first and with their letters, if they are of such an export; others as they are. */
    static JsonNode repaired(JsonNode messages) {
        List<JsonNode> entries = new ArrayList<>();
        messages.forEach(entries::add);
        if (entries.isEmpty()
                || !entries.stream()
                        .allMatch(entry -> entry.has("sender_name")
                                && entry.path("timestamp_ms").isNumber())) {
            return messages;
        }
        if (isNewestFirst(entries)) {
            Collections.reverse(entries);
        }
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(entries.stream().map(MessengerExport::withLetters).toList());
    }

    private static boolean isNewestFirst(List<JsonNode> entries) {
        long first = entries.get(0).get("timestamp_ms").asLong();
        long last = entries.get(entries.size() - 1).get("timestamp_ms").asLong();
        return first > last;
    }

    private static JsonNode withLetters(JsonNode entry) {
        ObjectNode copy = entry.deepCopy();
        TEXTS.stream()
                .filter(field -> copy.path(field).isTextual())
                .forEach(field -> copy.put(field, withLetters(copy.get(field).textValue())));
        return copy;
    }

    private static String withLetters(String text) {
        if (text.chars().anyMatch(c -> c > 0xff)) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return text; // letters already
        }
    }
}
