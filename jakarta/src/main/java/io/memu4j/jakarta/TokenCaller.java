package io.memu4j.jakarta;

import jakarta.enterprise.context.ContextException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The caller of MicroProfile JWT. A request without a token has a token without a name. */
@Singleton
class TokenCaller implements Caller {
    private final Instance<JsonWebToken> tokens;

    @Inject
    TokenCaller(Instance<JsonWebToken> tokens) {
        this.tokens = tokens;
    }

    @Override
    public @Nullable String name() {
        if (!tokens.isResolvable()) {
            return null;
        }
        try {
            return tokens.get().getName();
        } catch (ContextException | IllegalStateException e) {
            return null; // the thread serves no request
        }
    }
}
