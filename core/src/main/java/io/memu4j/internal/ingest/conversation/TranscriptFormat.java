package io.memu4j.internal.ingest.conversation;

import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.internal.text.SpeakerRoles;
import io.memu4j.model.ConversationMessage;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Plain text with one message after the other, each begun by a line {@code Name: text}. Lines that begin no message belong to the one
 * before. Those before the first message, and those with a time stamp and no name, are messages of the role {@code system}.
 */
final class TranscriptFormat implements ConversationFormat {
    @Override
    public Optional<List<ConversationMessage>> read(TextContent content, ZoneId zone, boolean expected) {
        if (!expected && !content.isNamed("", "txt", "text", "log", "chat")) {
            return Optional.empty();
        }
        List<String> lines = content.text().lines().toList();
        List<@Nullable TranscriptLine> parsed = new ArrayList<>(lines.size());
        int filled = 0;
        boolean leads = false;
        for (String line : lines) {
            TranscriptLine spoken = TranscriptLine.parse(line).orElse(null);
            parsed.add(spoken);
            leads = leads || (filled == 0 && spoken != null);
            filled += line.isBlank() ? 0 : 1;
        }
        List<TranscriptLine> candidates =
                parsed.stream().filter(Objects::nonNull).toList();
        TranscriptTimes times = new TranscriptTimes(candidates, zone);
        return TranscriptShape.of(candidates, leads, filled, expected)
                .map(begins -> messages(lines, parsed, begins, times));
    }

    private static List<ConversationMessage> messages(
            List<String> lines,
            List<@Nullable TranscriptLine> parsed,
            Predicate<TranscriptLine> begins,
            TranscriptTimes times) {
        List<ConversationMessage> messages = new ArrayList<>();
        TranscriptLine speaker = null;
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            TranscriptLine line = parsed.get(i);
            if (line == null || !begins.test(line)) {
                said.append('\n').append(lines.get(i));
                continue;
            }
            add(messages, speaker, said, times);
            speaker = line;
            said = new StringBuilder(line.text());
        }
        add(messages, speaker, said, times);
        return messages;
    }

    private static void add(
            List<ConversationMessage> messages,
            @Nullable TranscriptLine speaker,
            StringBuilder said,
            TranscriptTimes times) {
        String text = said.toString().strip();
        if (speaker != null && speaker.name() != null) {
            Optional<String> role = SpeakerRoles.named(speaker.name());
            messages.add(ConversationMessage.builder(role.orElse("user"), text)
                    .name(role.isPresent() ? null : speaker.name())
                    .createdAt(times.of(speaker.stamp()))
                    .build());
        } else if (speaker != null || !text.isEmpty()) {
            messages.add(ConversationMessage.builder("system", text)
                    .createdAt(speaker == null ? null : times.of(speaker.stamp()))
                    .build());
        }
    }
}
