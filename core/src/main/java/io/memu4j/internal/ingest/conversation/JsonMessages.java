package io.memu4j.internal.ingest.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.text.JsonText;
import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.model.ConversationMessage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A JSON array of messages, alone or as the field {@code content} or {@code messages} of an object; or one message. */
final class JsonMessages implements ConversationFormat {
    private static final Pattern START = Pattern.compile("\\s*+(\\{|\\[\\s*+[\\[\\]{\"])");

    @Override
    public Optional<List<ConversationMessage>> read(TextContent content, ZoneId zone, boolean expected) {
        boolean named = content.isNamed("json");
        boolean starts = START.matcher(content.text()).lookingAt();
        if (!named && !starts) {
            return Optional.empty();
        }
        if (!named && !expected && JsonText.tryParse(content.text()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(messages(content, JsonText.parse(content), zone));
    }

    private static List<ConversationMessage> messages(TextContent content, JsonNode json, ZoneId zone) {
        JsonNode array = array(json);
        if (array == null) {
            throw new InvalidInputException(content.subject() + " is JSON, but not a conversation."
                    + " Expected an array of {role, content} objects, alone or as the field 'content' or 'messages'."
                    + " Use the modality document to remember the JSON text itself.");
        }
        JsonMessage reader = new JsonMessage(content.subject(), zone);
        List<ConversationMessage> messages = new ArrayList<>(array.size());
        for (JsonNode entry : MessengerExport.repaired(array)) {
            messages.add(reader.of(entry, messages.size()));
        }
        return JsonMessage.spoken(content.subject(), messages);
    }

    private static @Nullable JsonNode array(JsonNode json) {
        if (json.isArray()) {
            return holdsMessages(json) ? json : null;
        }
        if (JsonMessage.isMessage(json) && !JsonSpeaker.of(json).isNobody()) {
            return JsonNodeFactory.instance.arrayNode().add(json);
        }
        if (json.path("messages").isArray()) {
            return json.get("messages");
        }
        return holdsMessages(json.path("content")) ? json.get("content") : null;
    }

    private static boolean holdsMessages(JsonNode array) {
        return array.isArray()
                && (array.isEmpty()
                        || StreamSupport.stream(array.spliterator(), false).anyMatch(JsonMessage::isMessage));
    }
}
