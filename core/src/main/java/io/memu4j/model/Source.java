package io.memu4j.model;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the content of a resource comes from. {@code MemorizeRequest} makes sources and checks their keys.
 *
 * <p>{@link Object#toString()} of a source shows its size at most: never its key, its address or its text.
 */
public sealed interface Source {
    /**
     * A file the application trusts. Its key is the absolute, normalised path.
     *
     * @param path the file, absolute or relative to the working directory
     */
    record OfFile(Path path) implements Source {
        @Override
        public String toString() {
            return "OfFile";
        }
    }

    /**
     * An address, fetched where the fetch policy allows it. Its key is the address as text.
     *
     * @param uri the address
     */
    record OfUri(URI uri) implements Source {
        @Override
        public String toString() {
            return "OfUri";
        }
    }

    /**
     * A whole conversation.
     *
     * @param key the caller's key of the conversation
     * @param messages all messages in their order; unmodifiable
     */
    record OfMessages(String key, List<ConversationMessage> messages) implements Source {
        /**
         * Copies the list.
         *
         * @param key the application's key of the conversation
         * @param messages all messages in their order; copied
         */
        public OfMessages {
            messages = List.copyOf(messages);
        }

        @Override
        public String toString() {
            return "OfMessages[" + messages.size() + " messages]";
        }
    }

    /**
     * The next messages of a conversation, which may exist already.
     *
     * @param key the caller's key of the conversation
     * @param messages the new messages in their order; unmodifiable
     */
    record OfAppendedMessages(String key, List<ConversationMessage> messages) implements Source {
        /**
         * Copies the list.
         *
         * @param key the application's key of the conversation
         * @param messages all messages in their order; copied
         */
        public OfAppendedMessages {
            messages = List.copyOf(messages);
        }

        @Override
        public String toString() {
            return "OfAppendedMessages[" + messages.size() + " messages]";
        }
    }

    /**
     * A text.
     *
     * @param key the caller's key of the text
     * @param text the whole text
     */
    record OfText(String key, String text) implements Source {
        @Override
        public String toString() {
            return "OfText[" + text.length() + " characters]";
        }
    }

    /**
     * The bytes of a file.
     *
     * @param key the caller's key of the file
     * @param bytes the whole file; not copied, so callers must not change it
     * @param fileName helps to recognise the format, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record OfBytes(String key, byte[] bytes, @Nullable String fileName) implements Source {
        @Override
        public String toString() {
            return "OfBytes[" + bytes.length + " bytes]";
        }
    }
}
