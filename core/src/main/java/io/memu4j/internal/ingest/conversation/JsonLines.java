package io.memu4j.internal.ingest.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.memu4j.internal.ingest.text.JsonText;
import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.model.ConversationMessage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One JSON object per line, each a message. */
final class JsonLines implements ConversationFormat {
    @Override
    public Optional<List<ConversationMessage>> read(TextContent content, ZoneId zone, boolean expected) {
        List<String> lines = content.text().lines().toList();
        if (!content.isNamed("jsonl", "ndjson") && !looksLikeIt(lines)) {
            return Optional.empty();
        }
        JsonMessage reader = new JsonMessage(content.subject(), zone);
        List<ConversationMessage> messages = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                JsonNode entry = JsonText.parse(content.subject(), lines.get(i), i + 1);
                messages.add(reader.of(entry, messages.size()));
            }
        }
        return Optional.of(JsonMessage.spoken(content.subject(), messages));
    }

    /** A JSON value over several lines has no complete object on its first line. */
    private static boolean looksLikeIt(List<String> lines) {
        List<String> first =
                lines.stream().filter(line -> !line.isBlank()).limit(2).toList();
        return first.size() == 2
                && first.stream().allMatch(line -> line.stripLeading().startsWith("{"))
                && JsonText.tryParse(first.get(0))
                        .filter(JsonMessage::isMessage)
                        .isPresent();
    }
}
