package io.memu4j.server.api;

import io.memu4j.model.MemoryScope;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as their credential says: a key, a token, or the user that a server on the own machine was started for. Nothing in here comes
 * from the path, the body or a header of the application.
 *
 * <p>It is the principal of a request: {@code SecurityContext.getUserPrincipal()} and {@code HttpServletRequest.getUserPrincipal()} return
 * it. {@link #toString} shows no user.
 *
 * @param subject names the credential in logs and limits, never a person: {@code key:3f9a2c}
 * @param user the id of the user whose memories these are, or null for an operator who has none
 * @param agents the agents whose memories are open; empty opens none
 * @param permissions what they may do there
 */
public record Caller(String subject, @Nullable String user, Set<String> agents, Set<Permission> permissions)
        implements Principal {
    /**
     * Copies the sets and checks the ids.
     *
     * @param subject names the credential
     * @param user the id of the user, or null
     * @param agents the agents
     * @param permissions what they may do
     * @throws io.memu4j.error.InvalidInputException if an id is not valid
     */
    public Caller {
        agents = Set.copyOf(agents);
        permissions = Set.copyOf(permissions);
        if (user != null) {
            String owner = user;
            agents.forEach(agent -> new MemoryScope(owner, agent));
        }
    }

    /** {@return the subject} */
    @Override
    public String getName() {
        return subject;
    }

    @Override
    public String toString() {
        return "Caller[" + subject + "]";
    }
}
