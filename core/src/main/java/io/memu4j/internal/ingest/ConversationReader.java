package io.memu4j.internal.ingest;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.conversation.Conversations;
import io.memu4j.internal.ingest.fetch.SourceSize;
import io.memu4j.internal.ingest.text.TextCutter;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations: one segment per message, several for a very long one. */
final class ConversationReader implements ModalityReader {
    /** A source is stored at once, and others who write wait meanwhile. */
    static final int MOST_MESSAGES = 100_000;

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
        return messages.map(m -> reading(content.subject(), m, zone));
    }

    /**
     * The messages by the clock of their speakers.
     *
     * @param zone of the speakers whose times are in UTC
     * @throws io.memu4j.error.InvalidInputException if no message has a text
     */
    static Reading reading(String subject, List<ConversationMessage> messages, ZoneId zone) {
        return Reading.of(MessageChain.hash(messages), segments(subject, messages, zone));
    }

    /** UTC mostly means that a service wrote the time; any other offset is the speaker's own. */
    private static @Nullable OffsetDateTime local(@Nullable OffsetDateTime time, ZoneId zone) {
        return time == null || !time.getOffset().equals(ZoneOffset.UTC)
                ? time
                : time.atZoneSameInstant(zone).toOffsetDateTime();
    }

    /** @throws io.memu4j.error.InvalidInputException if no message has a text */
    static List<Segment> segments(String subject, List<ConversationMessage> messages, ZoneId zone) {
        if (messages.size() > MOST_MESSAGES) {
            throw new InvalidInputException(subject + " has " + messages.size() + " messages. Expected at most "
                    + MOST_MESSAGES + " at once. Split it, or append the rest with further calls.");
        }
        List<Segment> segments = new ArrayList<>(messages.size());
        for (int index = 0; index < messages.size(); index++) {
            addParts(segments, index, messages.get(index), zone);
        }
        if (segments.isEmpty()) {
            throw SourceSize.empty(subject);
        }
        return segments;
    }

    private static void addParts(List<Segment> segments, int index, ConversationMessage message, ZoneId zone) {
        OffsetDateTime saidAt = local(message.createdAt(), zone);
        int part = 0;
        for (String text : TextCutter.cut(message.content().strip(), Passage.MAX_LENGTH)) {
            if (!text.isBlank()) {
                segments.add(new Segment(index, part++, message.speaker(), message.role(), saidAt, text));
            }
        }
    }
}
