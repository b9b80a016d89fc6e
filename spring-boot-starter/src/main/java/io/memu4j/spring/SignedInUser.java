package io.memu4j.spring;

import io.memu4j.ScopeProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The user whom Spring Security has authenticated for this thread, by name; nobody if the user is anonymous. */
final class SignedInUser implements ScopeProvider {
    private static final AuthenticationTrustResolver TRUST = new AuthenticationTrustResolverImpl();

    @Override
    public @Nullable String currentUser() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && TRUST.isAuthenticated(authentication) ? authentication.getName() : null;
    }
}
