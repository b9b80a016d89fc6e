package io.memu4j.observe;

/**
 * An operation on one memory. It holds no text and no id of a person.
 *
 * @param kind what is done
 * @param scopeHash {@link io.memu4j.model.MemoryScope#shortHash()}: eight hexadecimal digits that stand for the user with the agent
 */
public record MemoryOperation(Kind kind, String scopeHash) {
    /** What is done to a memory. Later versions add kinds. */
    public enum Kind {
        /** A source is read, understood and stored. Its records are the statements it says, or none if it was unchanged. */
        MEMORIZE,
        /** A memory is searched. Its records are the statements, topics, sources and passages found. */
        RETRIEVE,
        /** The caller adds a statement. */
        CREATE_ITEM,
        /** The caller changes, closes or reopens a statement. */
        UPDATE_ITEM,
        /** The caller deletes statements. */
        DELETE_ITEMS,
        /** The caller deletes a source. */
        DELETE_RESOURCE,
        /** A retention policy deletes statements. */
        APPLY_RETENTION,
        /** All rows of a memory are deleted. */
        CLEAR,
        /** An operator erases a memory with its copies. */
        ERASE
    }
}
