package io.memu4j.server.api.view;

import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.Modality;
import io.memu4j.server.api.RequestRefused;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A source to memorize: {@code messages} of a conversation, or a {@code text}. {@code key} identifies it; the header Idempotency-Key may say
 * it instead. With {@code append} the messages are added to the conversation under the key.
 */
public record MemorizeInput(
        @Nullable String key,
        @Nullable String text,
        @Nullable List<MessageInput> messages,
        @Nullable Boolean append,
        @Nullable String modality,
        @Nullable Map<String, String> attributes,
        @Nullable String zone) {
    /**
     * The request of core.
     *
     * @param headerKey the key in the header, or null
     */
    public MemorizeRequest request(@Nullable String headerKey) {
        MemorizeRequest request = source(key(key, headerKey)).withAttributes(Present.map(attributes, "attributes"));
        if (modality != null) {
            request = request.withModality(Modality.of(modality));
        }
        return zone == null ? request : request.withZone(Zones.of(zone));
    }

    /** The key that body and header agree on. */
    public static String key(@Nullable String inBody, @Nullable String inHeader) {
        List<String> given =
                Stream.of(inBody, inHeader).filter(Objects::nonNull).distinct().toList();
        if (given.size() != 1) {
            throw RequestRefused.malformed(
                    given.isEmpty()
                            ? "A key for the source is missing. Send it as 'key' or in the header Idempotency-Key."
                            : "The header Idempotency-Key and the field 'key' differ. Send one of them.");
        }
        return given.get(0);
    }

    private MemorizeRequest source(String sourceKey) {
        if ((text == null) == (messages == null)) {
            throw RequestRefused.malformed("Expected either 'text' or 'messages'.");
        }
        boolean adding = Boolean.TRUE.equals(append);
        if (text != null) {
            if (adding) {
                throw RequestRefused.malformed("The field 'append' goes with 'messages' only.");
            }
            return MemorizeRequest.text(sourceKey, text);
        }
        return adding
                ? MemorizeRequest.append(sourceKey, MessageInput.all(messages, "messages"))
                : MemorizeRequest.messages(sourceKey, MessageInput.all(messages, "messages"));
    }
}
