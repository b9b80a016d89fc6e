package io.memu4j.internal.ingest;

import io.memu4j.internal.value.Digests;
import io.memu4j.model.ConversationMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content hash of a conversation, which can be continued without its earlier messages: each link is the SHA-256 of the link before and
 * one message, its last 32 bits replaced by the number of messages so far. 64 hexadecimal digits.
 */
public final class MessageChain {
    private static final int DIGEST_DIGITS = 56;
    private static final String START = link(Digests.sha256(""), 0);

    private MessageChain() {}

    /** The hash of a conversation that consists of those messages. */
    public static String hash(List<ConversationMessage> messages) {
        return extend(START, messages);
    }

    /** The hash of the conversation of hash {@code hash} followed by those messages. */
    public static String extend(String hash, List<ConversationMessage> messages) {
        String link = hash;
        int count = length(hash);
        for (ConversationMessage message : messages) {
            MessageDigest digest = Digests.newSha256();
            feed(digest, link);
            feed(digest, message.role());
            feed(digest, message.name());
            feed(
                    digest,
                    message.createdAt() == null ? null : message.createdAt().toString());
            feed(digest, message.content());
            link = link(HexFormat.of().formatHex(digest.digest()), ++count);
        }
        return link;
    }

    /** How many messages the conversation of that hash has, empty ones included. */
    public static int length(String hash) {
        return Integer.parseUnsignedInt(hash, DIGEST_DIGITS, hash.length(), 16);
    }

    private static String link(String digest, int count) {
        return digest.substring(0, DIGEST_DIGITS) + HexFormat.of().toHexDigits(count);
    }

    private static void feed(MessageDigest digest, @Nullable String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        digest.update(((field == null ? "-" : bytes.length) + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
