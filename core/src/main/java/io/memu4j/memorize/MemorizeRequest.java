package io.memu4j.memorize;

import io.memu4j.config.CallBudget;
import io.memu4j.internal.value.Arguments;
import io.memu4j.internal.value.CallerAttributes;
import io.memu4j.internal.value.SourceKey;
import io.memu4j.internal.value.ValueFields;
import io.memu4j.model.ConversationMessage;
import io.memu4j.model.Modality;
import io.memu4j.model.Source;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A source to memorize, and how. Immutable. {@link #toString} shows no text. */
public final class MemorizeRequest {
    private final Fields fields;

    private MemorizeRequest(Fields fields) {
        this.fields = fields;
    }

    /**
     * Memorizes a file that the application trusts. Its source key is its absolute path.
     *
     * @param path the file; it is read when the request is carried out
     * @return the request
     */
    public static MemorizeRequest file(Path path) {
        return of(new Source.OfFile(Arguments.required(path, "path")));
    }

    /**
     * Memorizes what an address returns, if {@link io.memu4j.config.ResourcePolicy} allows to fetch it.
     *
     * @param uri the address, which is also the source key
     * @return the request
     */
    public static MemorizeRequest uri(URI uri) {
        return of(new Source.OfUri(Arguments.required(uri, "uri")));
    }

    /**
     * Memorizes a whole conversation. It replaces what was stored under the key.
     *
     * @param sourceKey identifies the conversation in its scope
     * @param messages all messages, oldest first
     * @return the request
     * @throws io.memu4j.error.InvalidInputException if the key is not valid
     */
    public static MemorizeRequest messages(String sourceKey, List<ConversationMessage> messages) {
        return of(new Source.OfMessages(
                SourceKey.checked(Arguments.required(sourceKey, "sourceKey")), Arguments.list(messages, "messages")));
    }

    /**
     * Appends messages to a conversation, or begins it if the key is new. Only the new messages are understood and embedded. Messages
     * without words, such as calls of tools, leave a conversation unchanged when nothing else is appended with them; they cannot begin one.
     *
     * @param sourceKey identifies the conversation in its scope
     * @param messages the new messages, oldest first
     * @return the request
     * @throws io.memu4j.error.InvalidInputException if the key is not valid
     */
    public static MemorizeRequest append(String sourceKey, List<ConversationMessage> messages) {
        return of(new Source.OfAppendedMessages(
                SourceKey.checked(Arguments.required(sourceKey, "sourceKey")), Arguments.list(messages, "messages")));
    }

    /**
     * Memorizes a text. It replaces what was stored under the key.
     *
     * @param sourceKey identifies the text in its scope
     * @param text the whole text
     * @return the request
     * @throws io.memu4j.error.InvalidInputException if the key is not valid
     */
    public static MemorizeRequest text(String sourceKey, String text) {
        return of(new Source.OfText(
                SourceKey.checked(Arguments.required(sourceKey, "sourceKey")), Arguments.required(text, "text")));
    }

    /**
     * Memorizes the bytes of a file. They replace what was stored under the key.
     *
     * @param sourceKey identifies the file in its scope
     * @param bytes the content of the file
     * @return the request
     * @throws io.memu4j.error.InvalidInputException if the key is not valid
     */
    public static MemorizeRequest bytes(String sourceKey, byte[] bytes) {
        return of(new Source.OfBytes(
                SourceKey.checked(Arguments.required(sourceKey, "sourceKey")),
                Arguments.required(bytes, "bytes"),
                null));
    }

    /**
     * Memorizes the bytes of a file with a name. They replace what was stored under the key.
     *
     * @param sourceKey identifies the file in its scope
     * @param bytes the content of the file
     * @param fileName helps to detect the format
     * @return the request
     * @throws io.memu4j.error.InvalidInputException if the key is not valid
     */
    public static MemorizeRequest bytes(String sourceKey, byte[] bytes, String fileName) {
        return of(new Source.OfBytes(
                SourceKey.checked(Arguments.required(sourceKey, "sourceKey")),
                Arguments.required(bytes, "bytes"),
                fileName));
    }

    private static MemorizeRequest of(Source source) {
        return new MemorizeRequest(new Fields(source));
    }

    /**
     * Returns a copy with a known modality, so that it is not detected.
     *
     * @param known the modality of the content
     * @return the copy
     */
    public MemorizeRequest withModality(Modality known) {
        return copy(f -> f.modality = known);
    }

    /**
     * Returns a copy with attributes of the caller. They replace those of a stored resource with the same key.
     *
     * @param all within the limits of {@link CallerAttributes}; an {@link io.memu4j.error.InvalidInputException} otherwise
     * @return the copy
     */
    public MemorizeRequest withAttributes(Map<String, String> all) {
        return copy(f -> f.attributes = CallerAttributes.checked(all));
    }

    /**
     * Returns a copy with another zone of the people in the source. Times without a zone are of it, and "yesterday" in a message with a
     * time in UTC is the day before on their clock. A time with another offset is by the clock of its speaker.
     *
     * @param newZone of the people in the source
     * @return the copy
     */
    public MemorizeRequest withZone(ZoneId newZone) {
        return copy(f -> f.zone = newZone);
    }

    /**
     * Returns a copy with a listener for the progress.
     *
     * @param newListener called by the thread that does the work
     * @return the copy
     */
    public MemorizeRequest withListener(MemorizeListener newListener) {
        return copy(f -> f.listener = newListener);
    }

    /**
     * Returns a copy with a budget. If the estimate exceeds it, the memorize fails before the first model call.
     *
     * @param limit of model calls, in place of the configured one
     * @return the copy
     */
    public MemorizeRequest withBudget(CallBudget limit) {
        return copy(f -> f.budget = limit);
    }

    /** {@return a copy that understands the source again even if its content is unchanged} Costs the model calls of a new source. */
    public MemorizeRequest again() {
        return copy(f -> f.redo = true);
    }

    /** {@return where the content comes from} */
    public Source source() {
        return fields.source;
    }

    /** {@return the modality of the content, or null to detect it} */
    public @Nullable Modality modality() {
        return fields.modality;
    }

    /** {@return the caller's attributes; empty keeps those of a stored resource; not modifiable} */
    public Map<String, String> attributes() {
        return fields.attributes;
    }

    /** {@return the zone of times in the source that have none or are in UTC} */
    public ZoneId zone() {
        return fields.zone;
    }

    /** {@return whether a source with unchanged content is understood again} */
    public boolean redo() {
        return fields.redo;
    }

    /** {@return the listener that is called with the progress} */
    public MemorizeListener listener() {
        return fields.listener;
    }

    /** {@return the budget of model calls, or null for the configured one} */
    public @Nullable CallBudget budget() {
        return fields.budget;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MemorizeRequest that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "MemorizeRequest[" + source().getClass().getSimpleName() + ", " + modality() + "]";
    }

    private MemorizeRequest copy(Consumer<Fields> change) {
        return new MemorizeRequest(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        final Source source;

        @Nullable
        Modality modality;

        Map<String, String> attributes = Map.of();
        ZoneId zone = ZoneOffset.UTC;
        boolean redo = false;
        MemorizeListener listener = MemorizeListener.NONE;

        @Nullable
        CallBudget budget;

        Fields(Source source) {
            this.source = source;
        }

        @Override
        protected List<@Nullable Object> compared() {
            return Arrays.asList(source, modality, attributes, zone, redo, listener, budget);
        }
    }
}
