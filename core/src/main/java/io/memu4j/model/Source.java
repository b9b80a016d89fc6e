package io.memu4j.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the content of a resource comes from. */
public sealed interface Source {
    /** A file the application trusts; known by its absolute, normalised path. */
    record OfFile(Path path) implements Source {}

    /** An address, fetched where the policy allows it; known by its text. */
    record OfUri(URI uri) implements Source {}

    /** A whole conversation, known by a key of the caller's. */
    record OfMessages(String key, List<ConversationMessage> messages) implements Source {
        public OfMessages {
            messages = List.copyOf(messages);
        }
    }

    /** The next messages of a conversation that may exist already. */
    record OfAppendedMessages(String key, List<ConversationMessage> messages) implements Source {
        public OfAppendedMessages {
            messages = List.copyOf(messages);
        }
    }

    /** A text, known by a key of the caller's. */
    record OfText(String key, String text) implements Source {}

    /**
     * The bytes of a file, known by a key of the caller's.
     *
     * @param fileName helps to recognise the format, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record OfBytes(String key, byte[] bytes, @Nullable String fileName) implements Source {}
}
