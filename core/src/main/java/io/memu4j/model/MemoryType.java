package io.memu4j.model;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.value.Texts;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The kind of an item; applications may have their own beside the constants.
 *
 * @param name lower-case letters, digits, {@code _} and {@code -}, 1 to 64 characters
 */
public record MemoryType(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

    /** Lasting facts about the user. */
    public static final MemoryType PROFILE = new MemoryType("profile");
    /** What happened or will happen, when, where, with whom. */
    public static final MemoryType EVENT = new MemoryType("event");
    /** Facts and definitions learned. */
    public static final MemoryType KNOWLEDGE = new MemoryType("knowledge");
    /** Routines, and how problems get solved. */
    public static final MemoryType BEHAVIOR = new MemoryType("behavior");
    /** What somebody is able to do. */
    public static final MemoryType SKILL = new MemoryType("skill");
    /** How a tool is used, and how that went. */
    public static final MemoryType TOOL = new MemoryType("tool");

    /** The types extracted unless configured otherwise. */
    public static final List<MemoryType> DEFAULTS = List.of(PROFILE, EVENT, KNOWLEDGE, BEHAVIOR);

    /**
     * Checks the name.
     *
     * @param name the name, in lower case
     * @throws InvalidInputException when the name breaks the rule above
     */
    public MemoryType {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException("The memory type '" + Texts.truncated(name, 80)
                    + "' is not usable. Use 1 to 64 of a-z, 0-9, _ and -, starting with a letter.");
        }
    }
}
