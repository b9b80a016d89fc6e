package io.memu4j;

import io.memu4j.error.MissingScopeException;
import io.memu4j.model.MemoryScope;
import org.jspecify.annotations.Nullable;

/**
 * Says on whose behalf the current thread works: the application's answer to "whose memory". An integration has one that reads the identity
 * that the container has checked. An implementation never takes the user from a model, or from a part of a request that its sender
 * chooses.
 *
 * <p>Thread-safe. Called again for each call that needs a memory; the answer is never kept.
 */
@FunctionalInterface
public interface ScopeProvider {
    /**
     * Returns the user of the current call.
     *
     * @return the id of the user, or null if nobody is known
     */
    @Nullable
    String currentUser();

    /**
     * Returns the memory of the current user with an agent.
     *
     * @param agentId the agent
     * @return the scope
     * @throws MissingScopeException if nobody is known, or the id is blank
     * @throws io.memu4j.error.InvalidInputException if an id is not valid
     */
    default MemoryScope current(String agentId) {
        String user = currentUser();
        if (user == null || user.isBlank()) {
            throw new MissingScopeException(
                    "Nobody is known as the user of this call, so it reads and writes no memory."
                            + " Expected a user that the application has identified. Let the user sign in before the call, or name"
                            + " the user: service(userId, agentId).");
        }
        return new MemoryScope(user, agentId);
    }
}
