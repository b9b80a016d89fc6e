package io.memu4j.jakarta;

import jakarta.enterprise.context.ContextException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** The caller of Jakarta Security. */
@Singleton
class SecurityCaller implements Caller {
    private final Instance<SecurityContext> contexts;

    @Inject
    SecurityCaller(Instance<SecurityContext> contexts) {
        this.contexts = contexts;
    }

    @Override
    public @Nullable String name() {
        if (!contexts.isResolvable()) {
            return null;
        }
        try {
            Principal caller = contexts.get().getCallerPrincipal();
            return caller == null ? null : caller.getName();
        } catch (ContextException | IllegalStateException e) {
            return null; // the thread serves no request
        }
    }
}
