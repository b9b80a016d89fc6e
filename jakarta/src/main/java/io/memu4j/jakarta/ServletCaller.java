package io.memu4j.jakarta;

import jakarta.enterprise.context.ContextException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** The user of the servlet request: basic authentication, a form, whatever the server checks. */
@Singleton
class ServletCaller implements Caller {
    private final Instance<HttpServletRequest> requests;

    @Inject
    ServletCaller(Instance<HttpServletRequest> requests) {
        this.requests = requests;
    }

    @Override
    public @Nullable String name() {
        if (!requests.isResolvable()) {
            return null;
        }
        try {
            Principal user = requests.get().getUserPrincipal();
            return user == null ? null : user.getName();
        } catch (ContextException | IllegalStateException e) {
            return null; // the thread serves no request
        }
    }
}
