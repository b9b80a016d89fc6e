package io.memu4j.internal.ingest.conversation;

import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.model.ConversationMessage;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One way to write a conversation down. To add one, implement this and list it in {@link Conversations}. */
sealed interface ConversationFormat permits JsonLines, JsonMessages, TranscriptFormat {
    /**
     * The messages in their order, empty ones included.
     *
     * @param zone of times that are written without one
     * @param expected whether the caller says that it is a conversation; if not, a text that merely resembles one is none
     * @return empty where the text is not of this format
     * @throws io.memu4j.error.InvalidInputException when it is of this format, but broken
     */
    Optional<List<ConversationMessage>> read(TextContent content, ZoneId zone, boolean expected);
}
