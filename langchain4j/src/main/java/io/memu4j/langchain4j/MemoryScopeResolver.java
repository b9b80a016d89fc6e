package io.memu4j.langchain4j;

import dev.langchain4j.invocation.InvocationParameters;
import io.memu4j.ScopeProvider;
import io.memu4j.model.MemoryScope;
import org.jspecify.annotations.Nullable;

/**
 * Says whose memory a call of an AI service reads and writes. The user comes from the application: from the memory id, the invocation
 * parameters, or a source of the application such as the security context of the request. The model has no part in it.
 *
 * <p>Called on the thread that runs the retriever, the tool or the chat memory. Where LangChain4j runs several of them beside each other,
 * that is not the thread of the caller: a resolver that reads a thread-local variable finds nothing there, and the call fails.
 */
@FunctionalInterface
public interface MemoryScopeResolver {
    /**
     * Returns the scope of a call.
     *
     * @param memoryId the value of {@code @MemoryId}; {@code "default"} where the AI service has none, null outside an AI service
     * @param parameters those of the call; empty for {@link MemuChatMemoryStore}, which LangChain4j tells the memory id alone
     * @return the scope, or null if the call does not say whose it is; the call fails then
     */
    @Nullable
    MemoryScope resolve(@Nullable Object memoryId, InvocationParameters parameters);

    /**
     * Returns a resolver for AI services whose {@code @MemoryId} is a {@link ConversationId}. It serves the retriever, the augmentor, the
     * tools and the chat memory store alike.
     *
     * @return knows no scope where the memory id is something else
     */
    static MemoryScopeResolver ofConversationId() {
        return (memoryId, parameters) -> memoryId instanceof ConversationId id ? id.scope() : null;
    }

    /**
     * Returns a resolver that takes the user from the application, such as from the request that the current thread serves. Where
     * LangChain4j runs tools beside each other, on threads that serve no request, the call fails.
     *
     * @param scopes says who the user is
     * @param agentId the agent
     * @return throws a {@link io.memu4j.error.MissingScopeException} where nobody is known
     */
    static MemoryScopeResolver ofCaller(ScopeProvider scopes, String agentId) {
        return (memoryId, parameters) -> scopes.current(agentId);
    }

    /**
     * Returns a resolver that reads the user from the invocation parameters. It does not serve {@link MemuChatMemoryStore}.
     *
     * @param userKey the key of the user's id among the parameters
     * @param agentId the agent
     * @return knows no scope where the parameters have no text under that key
     */
    static MemoryScopeResolver ofParameter(String userKey, String agentId) {
        return (memoryId, parameters) ->
                parameters.asMap().get(userKey) instanceof String user ? new MemoryScope(user, agentId) : null;
    }
}
