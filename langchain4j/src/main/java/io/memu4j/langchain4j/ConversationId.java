package io.memu4j.langchain4j;

import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.MemoryScope;
import java.util.List;

/**
 * A conversation of a user with an agent, as the {@code @MemoryId} of an AI service.
 *
 * @param scope the user and the agent
 * @param conversation the name of the conversation, which is its source key in the memory; conversations of other users may have it too
 */
public record ConversationId(MemoryScope scope, String conversation) {
    /**
     * Checks the name.
     *
     * @param scope the user and the agent
     * @param conversation the name of the conversation
     * @throws io.memu4j.error.InvalidInputException if the name cannot be a source key
     */
    public ConversationId {
        MemorizeRequest.append(conversation, List.of()); // the same rule, told now and not in the background
    }

    /**
     * Returns the id of a conversation.
     *
     * @param userId the user
     * @param agentId the agent
     * @param conversation the name of the conversation
     * @return the id
     * @throws io.memu4j.error.InvalidInputException if an id is not valid
     */
    public static ConversationId of(String userId, String agentId, String conversation) {
        return new ConversationId(new MemoryScope(userId, agentId), conversation);
    }

    /** {@return a text that no other conversation has, for stores that keep the id as text; without the ids of user and agent} */
    @Override
    public String toString() {
        return scope.longHash() + "/" + conversation;
    }
}
