package io.memu4j.internal.ingest.conversation;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.model.ConversationMessage;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** All formats of conversations, the more specific ones first. */
public final class Conversations {
    private static final List<ConversationFormat> FORMATS =
            List.of(new JsonLines(), new JsonMessages(), new TranscriptFormat());

    private Conversations() {}

    /**
     * The messages of a text that is a conversation by its shape, or empty where it is none.
     *
     * @throws InvalidInputException when it clearly should be one, but is broken
     */
    public static Optional<List<ConversationMessage>> recognise(TextContent content, ZoneId zone) {
        return FORMATS.stream()
                .flatMap(format -> format.read(content, zone, false).stream())
                .findFirst();
    }

    /**
     * The messages of a text that the caller says is a conversation.
     *
     * @throws InvalidInputException when it is none
     */
    public static List<ConversationMessage> read(TextContent content, ZoneId zone) {
        return FORMATS.stream()
                .flatMap(format -> format.read(content, zone, true).stream())
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(content.subject() + " is not a conversation."
                        + " Expected JSON messages with role and content, or lines of the form 'Name: text'."
                        + " Use the modality document for other text."));
    }
}
