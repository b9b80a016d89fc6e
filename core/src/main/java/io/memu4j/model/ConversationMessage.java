package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.Arguments;
import io.memu4j.internal.value.Texts;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation. Immutable.
 *
 * <p>NUL and unpaired surrogates become U+FFFD, because no database can hold them. {@link #toString()} never shows what was said.
 */
public final class ConversationMessage {
    private static final int LAST_YEAR = 9_999;

    private static final String END_OF_SENTENCE = ".!?";
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]*){0,2}");

    private final String role;
    private final @Nullable String name;
    private final String content;
    private final @Nullable OffsetDateTime createdAt;

    private ConversationMessage(Builder parts) {
        requireRole(Arguments.required(parts.role, "role"));
        Arguments.required(parts.content, "content");
        requireYear(parts.createdAt);
        role = Texts.storable(parts.role);
        name = named(parts.name);
        content = Texts.storable(parts.content);
        createdAt = parts.createdAt;
    }

    /** Returns a builder for a message without name and time. */
    public static Builder builder(String role, String content) {
        return new Builder(role, content);
    }

    /** Returns a builder that starts with all parts of this message. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Returns who speaks, in the words of chat models: {@code user}, {@code assistant}, {@code system}, {@code tool}, ... */
    public String role() {
        return role;
    }

    /** Returns the speaker's name, at most 255 characters, or null when only the role is known. */
    public @Nullable String name() {
        return name;
    }

    /** Returns what was said. An empty message is counted but not remembered. */
    public String content() {
        return content;
    }

    /** Returns when it was said, with the offset of the speaker's clock, or null when unknown. */
    public @Nullable OffsetDateTime createdAt() {
        return createdAt;
    }

    /**
     * Returns what the user called {@code name} said, at an unknown time. A blank name is left out.
     *
     * @throws InvalidInputException when the name is a sentence and the content a name, so that the two are swapped
     */
    public static ConversationMessage user(String name, String content) {
        if (isSentence(Arguments.required(name, "name").strip())
                && NAME.matcher(Arguments.required(content, "content")).matches()) {
            throw new InvalidInputException("The argument 'name' is a sentence of " + name.length()
                    + " characters, and 'content' looks like a name. Expected user(name, content).");
        }
        return builder("user", content).name(name).build();
    }

    /** Returns what an unnamed user said, at an unknown time. */
    public static ConversationMessage user(String content) {
        return builder("user", content).build();
    }

    /** Returns what the assistant said, at an unknown time. */
    public static ConversationMessage assistant(String content) {
        return builder("assistant", content).build();
    }

    /**
     * Returns a copy that was said at {@code time}.
     *
     * @throws InvalidInputException when the year is not one from 1 to 9999
     */
    public ConversationMessage at(OffsetDateTime time) {
        return toBuilder().createdAt(time).build();
    }

    /** Returns the name, or the role where there is no name. */
    public String speaker() {
        return name == null ? role : name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConversationMessage that && Arrays.equals(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    @Override
    public String toString() {
        return "Message[" + role + ", " + content.length() + " characters]";
    }

    private static boolean isSentence(String text) {
        long smallWords = Arrays.stream(text.split("\\s+"))
                .filter(word -> word.codePoints().allMatch(Character::isLowerCase))
                .count();
        return smallWords >= 2 && END_OF_SENTENCE.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private static void requireRole(String role) {
        if (role.isBlank() || role.length() > 32) {
            throw new InvalidInputException("The role of a message is '" + Texts.truncated(role, 40)
                    + "'. Expected 1 to 32 characters, for example user or assistant.");
        }
    }

    private static void requireYear(@Nullable OffsetDateTime time) {
        if (time != null && (time.getYear() < 1 || time.getYear() > LAST_YEAR)) {
            throw new InvalidInputException("The time of a message is in the year " + time.getYear()
                    + ". Expected a year from 1 to " + LAST_YEAR + ".");
        }
    }

    private static @Nullable String named(@Nullable String name) {
        return name == null || name.isBlank() ? null : Texts.truncated(Texts.storable(name.strip()), 255);
    }

    private @Nullable Object[] parts() {
        return new @Nullable Object[] {role, name, content, createdAt};
    }

    /** Builds a {@link ConversationMessage}. Not safe for use by several threads. */
    public static final class Builder {
        private String role;
        private @Nullable String name;
        private String content;
        private @Nullable OffsetDateTime createdAt;

        private Builder(String role, String content) {
            this.role = role;
            this.content = content;
        }

        private Builder(ConversationMessage from) {
            role = from.role;
            name = from.name;
            content = from.content;
            createdAt = from.createdAt;
        }

        /** Sets {@link ConversationMessage#role()}. */
        public Builder role(String role) {
            this.role = role;
            return this;
        }

        /** Sets {@link ConversationMessage#name()}. */
        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        /** Sets {@link ConversationMessage#content()}. */
        public Builder content(String content) {
            this.content = content;
            return this;
        }

        /** Sets {@link ConversationMessage#createdAt()}. */
        public Builder createdAt(@Nullable OffsetDateTime createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * Returns the message. A blank name counts as none, a longer one than 255 characters is cut.
         *
         * @throws InvalidInputException when the role is blank or longer than 32 characters, or the year is not one from 1 to 9999
         */
        public ConversationMessage build() {
            return new ConversationMessage(this);
        }
    }
}
