package io.memu4j.memorize;

import io.memu4j.config.CallBudget;
import io.memu4j.internal.value.CallerAttributes;
import io.memu4j.internal.value.SourceKey;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Modality;
import io.memu4j.model.Source;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source to take in, and how.
 *
 * @param source where the content comes from
 * @param modality what it is, or null to recognise it by its content
 * @param attributes the caller's own, at most 100 pairs with keys of 255 and values of 8,000 UTF-16 units; empty keeps those of a
 *     known resource
 * @param zone the zone of times without one
 * @param redo whether a source is understood anew even though its content is the same
 * @param listener told about progress
 * @param budget what it may spend on model calls, or null for the configured budget
 */
public record MemorizeRequest(
        Source source,
        @Nullable Modality modality,
        Map<String, String> attributes,
        ZoneId zone,
        boolean redo,
        MemorizeListener listener,
        @Nullable CallBudget budget) {
    /** @throws io.memu4j.error.InvalidInputException when attributes are too many, too long or not storable */
    public MemorizeRequest {
        attributes = CallerAttributes.checked(attributes);
    }

    /** A file the application trusts; known by its absolute path. */
    public static MemorizeRequest file(Path path) {
        return of(new Source.OfFile(path));
    }

    /** An address, fetched where {@link io.memu4j.config.ResourcePolicy} allows it. */
    public static MemorizeRequest uri(URI uri) {
        return of(new Source.OfUri(uri));
    }

    /** A whole conversation; replaces what was known under that key. */
    public static MemorizeRequest messages(String sourceKey, List<ConversationMessage> messages) {
        return of(new Source.OfMessages(SourceKey.checked(sourceKey), messages));
    }

    /** The next messages of a conversation; the first ones where the key is new. Costs only the new ones. */
    public static MemorizeRequest append(String sourceKey, List<ConversationMessage> messages) {
        return of(new Source.OfAppendedMessages(SourceKey.checked(sourceKey), messages));
    }

    /** A text; replaces what was known under that key. */
    public static MemorizeRequest text(String sourceKey, String text) {
        return of(new Source.OfText(SourceKey.checked(sourceKey), text));
    }

    /** The bytes of a file; replaces what was known under that key. */
    public static MemorizeRequest bytes(String sourceKey, byte[] bytes) {
        return of(new Source.OfBytes(SourceKey.checked(sourceKey), bytes, null));
    }

    /** The bytes of a file whose name helps to recognise the format. */
    public static MemorizeRequest bytes(String sourceKey, byte[] bytes, String fileName) {
        return of(new Source.OfBytes(SourceKey.checked(sourceKey), bytes, fileName));
    }

    public MemorizeRequest withModality(Modality known) {
        return new MemorizeRequest(source, known, attributes, zone, redo, listener, budget);
    }

    public MemorizeRequest withAttributes(Map<String, String> all) {
        return new MemorizeRequest(source, modality, all, zone, redo, listener, budget);
    }

    public MemorizeRequest withZone(ZoneId newZone) {
        return new MemorizeRequest(source, modality, attributes, newZone, redo, listener, budget);
    }

    public MemorizeRequest withListener(MemorizeListener newListener) {
        return new MemorizeRequest(source, modality, attributes, zone, redo, newListener, budget);
    }

    /** The same, refused before the first model call where that would exceed the budget. */
    public MemorizeRequest withBudget(CallBudget limit) {
        return new MemorizeRequest(source, modality, attributes, zone, redo, listener, limit);
    }

    /** The same, understood anew even though the content is the same. */
    public MemorizeRequest again() {
        return new MemorizeRequest(source, modality, attributes, zone, true, listener, budget);
    }

    private static MemorizeRequest of(Source source) {
        return new MemorizeRequest(source, null, Map.of(), ZoneOffset.UTC, false, MemorizeListener.NONE, null);
    }

    @Override
    public String toString() {
        return "MemorizeRequest[" + source.getClass().getSimpleName() + ", " + modality + "]";
    }
}
