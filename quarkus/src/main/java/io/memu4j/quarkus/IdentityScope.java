package io.memu4j.quarkus;

import io.memu4j.ScopeProvider;
import io.quarkus.arc.Arc;
import io.quarkus.arc.DefaultBean;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The user whom Quarkus has authenticated for this request, by name; nobody outside of requests, and nobody who is anonymous. */
@Singleton
@DefaultBean
public class IdentityScope implements ScopeProvider {
    private final SecurityIdentity identity;

    /**
     * Creates the provider; Quarkus does.
     *
     * @param identity that of the current request
     */
    @Inject
    public IdentityScope(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public @Nullable String currentUser() {
        boolean request = Arc.container().requestContext().isActive();
        return request && !identity.isAnonymous() ? identity.getPrincipal().getName() : null;
    }
}
