package io.memu4j.internal.understand.rules.sentence;

import io.memu4j.internal.text.SpeakerRoles;
import io.memu4j.model.Passage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who says a passage.
 *
 * @param label how a statement names them, ready to start a sentence
 * @param name their name or role as given, or null for a document
 * @param kind what their words are worth
 */
public record Speaker(String label, @Nullable String name, Kind kind) {
    public enum Kind {
        /** A person in a conversation: their words about themselves are facts. */
        PERSON,
        /** A program, or nobody: what it says of the user is a guess. */
        ASSISTANT,
        /** Whoever wrote a document. */
        AUTHOR
    }

    public static Speaker of(Passage passage) {
        String role = passage.role() == null ? "" : passage.role().toLowerCase(Locale.ROOT);
        String name = named(passage.speaker(), role);
        if (passage.speaker() == null && role.isEmpty()) {
            return new Speaker("The author", null, Kind.AUTHOR);
        }
        boolean person = name == null
                ? SpeakerRoles.isPerson(role)
                : !SpeakerRoles.isProgram(role) && !SpeakerRoles.isProgram(name);
        return new Speaker(
                name == null ? "The " + role : name, passage.speaker(), person ? Kind.PERSON : Kind.ASSISTANT);
    }

    public boolean isPerson() {
        return kind == Kind.PERSON;
    }

    private static @Nullable String named(@Nullable String speaker, String role) {
        if (speaker == null
                || speaker.isBlank()
                || speaker.equalsIgnoreCase(role)
                || speaker.equalsIgnoreCase("user")) {
            return null;
        }
        return speaker.strip();
    }
}
