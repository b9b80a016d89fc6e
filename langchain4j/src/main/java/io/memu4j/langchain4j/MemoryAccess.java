package io.memu4j.langchain4j;

import dev.langchain4j.invocation.InvocationParameters;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.error.MissingScopeException;
import io.memu4j.model.MemoryScope;
import org.jspecify.annotations.Nullable;

/** The way from a call of an AI service to the memory of its user. There is no other way in this package. */
record MemoryAccess(MemoryServiceFactory memory, MemoryScopeResolver scopes) {
    MemoryService of(@Nullable Object memoryId, @Nullable InvocationParameters parameters) {
        return memory.service(scope(memoryId, parameters));
    }

    MemoryScope scope(@Nullable Object memoryId, @Nullable InvocationParameters parameters) {
        MemoryScope scope = scopes.resolve(memoryId, parameters == null ? new InvocationParameters() : parameters);
        if (scope == null) {
            throw new MissingScopeException("A call of an AI service does not say whose memory it is about: the"
                    + " MemoryScopeResolver knows no scope for its memory id and invocation parameters. Expected a user and"
                    + " an agent. Pass what the resolver reads, for example a ConversationId as @MemoryId.");
        }
        return scope;
    }
}
