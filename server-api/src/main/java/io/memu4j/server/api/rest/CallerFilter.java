package io.memu4j.server.api.rest;

import io.memu4j.server.api.Caller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a caller of whoever the container knows, for a WAR whose users log in at the container. */
@PreMatching
public final class CallerFilter implements ContainerRequestFilter {
    private final Function<SecurityContext, @Nullable Caller> callers;

    CallerFilter(Function<SecurityContext, @Nullable Caller> callers) {
        this.callers = callers;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        SecurityContext known = request.getSecurityContext();
        Caller caller = callers.apply(known);
        request.setSecurityContext(new SecurityContext() {
            @Override
            public @Nullable Principal getUserPrincipal() {
                return caller;
            }

            @Override
            public boolean isUserInRole(String role) {
                return known.isUserInRole(role);
            }

            @Override
            public boolean isSecure() {
                return known.isSecure();
            }

            @Override
            public String getAuthenticationScheme() {
                return known.getAuthenticationScheme();
            }
        });
    }
}
