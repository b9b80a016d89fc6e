package io.memu4j.benchmarks.understanding;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.memu4j.model.ConversationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation whose sentences are labelled.
 *
 * @param id unique within a file
 * @param language the two letters of ISO 639
 * @param kind what the conversation probes
 * @param messages in order
 */
record LabelledConversation(String id, String language, String kind, List<Turn> messages) {
    /**
     * A message.
     *
     * @param said in ISO 8601 with an offset
     */
    record Turn(String role, @Nullable String name, String said, String text, List<Label> labels) {
        ConversationMessage message() {
            return ConversationMessage.builder(role, text)
                    .name(name)
                    .createdAt(OffsetDateTime.parse(said))
                    .build();
        }
    }

    /**
     * What is expected of a sentence.
     *
     * @param text verbatim as in the message
     * @param keep {@code yes}, {@code no} or {@code may}
     * @param topics each of them is right
     * @param time the time it speaks of, or null for none
     * @param who whose fact it is
     * @param needs other sentences that the item must hold too
     */
    record Label(
            String text,
            String keep,
            @Nullable String type,
            @Nullable List<String> topics,
            @Nullable Span time,
            @Nullable String who,
            @Nullable List<String> needs) {
        boolean mustBeKept() {
            return keep.equals("yes");
        }

        boolean mustNotBeKept() {
            return keep.equals("no");
        }
    }

    /**
     * A span of local time in ISO 8601.
     *
     * @param end first moment after it
     */
    record Span(String start, String end, String precision) {}

    /** Reads a file with one conversation a line. */
    static List<LabelledConversation> read(Path file) throws IOException {
        try (MappingIterator<LabelledConversation> lines =
                new ObjectMapper().readerFor(LabelledConversation.class).readValues(file.toFile())) {
            return lines.readAll();
        }
    }
}
