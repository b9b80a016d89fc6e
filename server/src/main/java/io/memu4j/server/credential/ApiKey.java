package io.memu4j.server.credential;

import io.memu4j.server.api.Caller;
import io.memu4j.server.api.Permission;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key; not the key itself.
 *
 * @param id names it in lists and logs; the public part of the key
 * @param user whose memories it opens, or null for an operator's key
 * @param agents with which agents
 * @param permissions what it allows
 * @param createdAt when it was made
 * @param expiresAt from when it is refused, or null for never
 * @param revokedAt since when it is refused, or null
 */
public record ApiKey(
        String id,
        @Nullable String user,
        Set<String> agents,
        Set<Permission> permissions,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {
    /** Copies the sets. */
    public ApiKey {
        agents = Set.copyOf(agents);
        permissions = Set.copyOf(permissions);
    }

    /** Whether it is good at this time. */
    public boolean isValid(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    Caller caller() {
        return new Caller("key:" + id, user, agents, permissions);
    }

    /** Shows no user. */
    @Override
    public String toString() {
        return "ApiKey[" + id + "]";
    }
}
