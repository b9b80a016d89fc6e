package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.Arguments;
import io.memu4j.internal.value.Digests;
import io.memu4j.internal.value.Texts;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The unit of isolation: the memory of one user with one agent.
 *
 * <p>Both ids are compared exactly (case, accents, white space) and stored as given. {@link #toString()} shows a short hash, never the
 * ids: a user id may be an e-mail address.
 *
 * <p>U+FFFD is refused: it stands where a decoder could not read a character, and several ids would become one.
 *
 * @param userId 1 to 255 UTF-16 units, not blank, without NUL, U+FFFD or unpaired surrogates
 * @param agentId the same
 */
public record MemoryScope(String userId, String agentId) {
    /** The longest id accepted, in UTF-16 units. */
    public static final int MAX_ID_LENGTH = 255;

    /**
     * Checks both ids.
     *
     * @param userId the id of the user
     * @param agentId the id of the agent
     * @throws InvalidInputException when an id breaks the rules above
     */
    public MemoryScope {
        requireValid("userId", userId);
        requireValid("agentId", agentId);
    }

    /** {@return eight hexadecimal digits that stand for this scope in logs} */
    public String shortHash() {
        return longHash().substring(0, 8);
    }

    /** {@return the SHA-256 of both ids, 64 hexadecimal digits: a name for this scope that is safe in a file system} */
    public String longHash() {
        byte[] user = userId.getBytes(StandardCharsets.UTF_8);
        return Digests.sha256(user.length + ":" + userId + agentId);
    }

    @Override
    public String toString() {
        return "scope " + shortHash();
    }

    private static void requireValid(String name, String id) {
        Arguments.required(id, name);
        String wrong = fault(id);
        if (wrong != null) {
            throw new InvalidInputException("The " + name + " " + wrong + ". Expected 1 to " + MAX_ID_LENGTH
                    + " characters, not blank, without NUL, U+FFFD or unpaired surrogates.");
        }
    }

    private static @Nullable String fault(String id) {
        if (id.isBlank()) {
            return "is blank";
        }
        if (id.length() > MAX_ID_LENGTH) {
            return "has " + id.length() + " characters";
        }
        if (id.indexOf('\0') >= 0) {
            return "contains NUL";
        }
        if (id.indexOf('\uFFFD') >= 0) {
            return "contains U+FFFD, which stands for characters that were lost when it was decoded: read it as UTF-8";
        }
        return Texts.hasLoneSurrogate(id) ? "contains an unpaired surrogate" : null;
    }
}
