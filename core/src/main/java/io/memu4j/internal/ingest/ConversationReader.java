package io.memu4j.internal.ingest;

import io.memu4j.internal.ingest.conversation.Conversations;
import io.memu4j.internal.ingest.fetch.SourceSize;
import io.memu4j.internal.ingest.text.TextCutter;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conversations: one segment per message, several for a very long one. */
final class ConversationReader implements ModalityReader {
    @Override
    public Modality modality() {
        return Modality.CONVERSATION;
    }

    @Override
    public Optional<Reading> read(Content content, ZoneId zone, boolean asked) {
        if (content.binary() != null) {
            return Optional.empty();
        }
        Optional<List<ConversationMessage>> messages = asked
                ? Optional.of(Conversations.read(content.text(), zone))
                : Conversations.recognise(content.text(), zone);
        return messages.map(m -> reading(content.subject(), m));
    }

    /** @throws io.memu4j.error.InvalidInputException if no message has a text */
    static Reading reading(String subject, List<ConversationMessage> messages) {
        return Reading.of(MessageChain.hash(messages), segments(subject, messages));
    }

    /** @throws io.memu4j.error.InvalidInputException if no message has a text */
    static List<Segment> segments(String subject, List<ConversationMessage> messages) {
        List<Segment> segments = new ArrayList<>(messages.size());
        for (int index = 0; index < messages.size(); index++) {
            addParts(segments, index, messages.get(index));
        }
        if (segments.isEmpty()) {
            throw SourceSize.empty(subject);
        }
        return segments;
    }

    private static void addParts(List<Segment> segments, int index, ConversationMessage message) {
        int part = 0;
        for (String text : TextCutter.cut(message.content().strip(), Passage.MAX_LENGTH)) {
            if (!text.isBlank()) {
                segments.add(new Segment(index, part++, message.speaker(), message.role(), message.createdAt(), text));
            }
        }
    }
}
