package io.memu4j.tools;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A tool that a model may call. No tool has an argument that says whose memory it is. */
public enum MemoryTool {
    /** Finds what is relevant to a question. */
    SEARCH_MEMORY("Search the memory", ToolTexts.SEARCH_MEMORY, "query", "limit", "types", "since", "until"),
    /** Adds one statement. */
    ADD_MEMORY("Remember a statement", ToolTexts.ADD_MEMORY, "text", "type", "happened_at"),
    /** Appends messages to a conversation and understands them. */
    MEMORIZE_CONVERSATION("Remember a conversation", ToolTexts.MEMORIZE_CONVERSATION, "conversation_id", "messages"),
    /** Lists statements page by page. */
    LIST_MEMORIES("List the memory", ToolTexts.LIST_MEMORIES, "type", "topic", "cursor", "limit"),
    /** Returns one statement and its proof. */
    GET_MEMORY("Show a statement and its proof", ToolTexts.GET_MEMORY, "id"),
    /** Replaces the text of a statement. */
    UPDATE_MEMORY("Correct a statement", ToolTexts.UPDATE_MEMORY, "id", "text", "version"),
    /** Deletes a statement. */
    FORGET_MEMORY("Forget a statement", ToolTexts.FORGET_MEMORY, "id");

    private static final Set<MemoryTool> READING = Set.of(SEARCH_MEMORY, LIST_MEMORIES, GET_MEMORY);
    private static final Set<MemoryTool> DESTROYING = Set.of(UPDATE_MEMORY, FORGET_MEMORY);

    private final String title;
    private final String description;
    private final List<String> arguments;

    MemoryTool(String title, String description, String... arguments) {
        this.title = title;
        this.description = description;
        this.arguments = List.of(arguments);
    }

    /**
     * Finds a tool by its name.
     *
     * @param key such as {@code search_memory}
     * @return the tool, or empty if there is none
     */
    public static Optional<MemoryTool> of(String key) {
        return Arrays.stream(values()).filter(tool -> tool.key().equals(key)).findFirst();
    }

    /** {@return the name that models call it by, such as {@code search_memory}} */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return the name for people} */
    public String title() {
        return title;
    }

    /** {@return what it does and when to call it, for models} */
    public String description() {
        return description;
    }

    /** {@return the names of its arguments; the required ones come first} */
    public List<String> arguments() {
        return arguments;
    }

    /** {@return whether it changes nothing} */
    public boolean readOnly() {
        return READING.contains(this);
    }

    /** {@return whether it replaces or deletes something} */
    public boolean destructive() {
        return DESTROYING.contains(this);
    }

    /** {@return whether a second call with the same arguments changes nothing more} */
    public boolean idempotent() {
        return this != MEMORIZE_CONVERSATION;
    }
}
