package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation.
 *
 * @param role who speaks, in the words of chat models: {@code user}, {@code assistant}, {@code system}, {@code tool}, ...
 * @param name the speaker's name, or null when only the role is known
 * @param content what was said; may be empty, an empty message is counted but not remembered
 * @param createdAt when it was said, with the offset of the speaker's clock, or null when unknown
 */
public record ConversationMessage(
        String role, @Nullable String name, String content, @Nullable OffsetDateTime createdAt) {
    private static final int LAST_YEAR = 9_999;

    /** @throws InvalidInputException when the role is blank or longer than 32 characters, or the year is not one from 1 to 9999 */
    public ConversationMessage {
        if (role.isBlank() || role.length() > 32) {
            throw new InvalidInputException("The role of a message is '" + Texts.truncated(role, 40)
                    + "'. Expected 1 to 32 characters, for example user or assistant.");
        }
        if (createdAt != null && (createdAt.getYear() < 1 || createdAt.getYear() > LAST_YEAR)) {
            throw new InvalidInputException("The time of a message is in the year " + createdAt.getYear()
                    + ". Expected a year from 1 to " + LAST_YEAR + ".");
        }
        role = Texts.storable(role);
        name = name == null || name.isBlank() ? null : Texts.truncated(Texts.storable(name.strip()), 255);
        content = Texts.storable(content);
    }

    /** What the user called {@code name} said, at an unknown time. */
    public static ConversationMessage user(String name, String content) {
        return new ConversationMessage("user", name, content, null);
    }

    /** What an unnamed user said, at an unknown time. */
    public static ConversationMessage user(String content) {
        return new ConversationMessage("user", null, content, null);
    }

    /** What the assistant said, at an unknown time. */
    public static ConversationMessage assistant(String content) {
        return new ConversationMessage("assistant", null, content, null);
    }

    /** The same message, said at {@code time}. */
    public ConversationMessage at(OffsetDateTime time) {
        return new ConversationMessage(role, name, content, time);
    }

    /** The name, or the role where there is no name. */
    public String speaker() {
        return name == null ? role : name;
    }

    @Override
    public String toString() {
        return "Message[" + role + ", " + content.length() + " characters]";
    }
}
