package io.memu4j.jakarta;

import io.memu4j.ScopeProvider;
import io.memu4j.error.ConfigurationException;
import io.memu4j.model.MemoryScope;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose memory a call is about: the bean of the application answers, and without one the container. */
@Singleton
@Typed(CallerScopes.class) // the type ScopeProvider is left to the application
class CallerScopes implements ScopeProvider {
    /** What servers call somebody who has not signed in. A memory under such a name would be everybody's. */
    private static final Set<String> NOBODY = Set.of("anonymous", "unauthenticated", "<anonymous>", "guest");

    private final Instance<ScopeProvider> own;
    private final Instance<Caller> callers;

    @Inject
    CallerScopes(Instance<ScopeProvider> own, @Any Instance<Caller> callers) {
        this.own = own;
        this.callers = callers;
    }

    @Override
    public MemoryScope current(String agent) {
        return own().current(agent);
    }

    @Override
    public @Nullable String currentUser() {
        return own().currentUser();
    }

    private ScopeProvider own() {
        if (own.isAmbiguous()) {
            throw new ConfigurationException("There are several beans of the type " + ScopeProvider.class.getName()
                    + ". Expected one, which says whose memory a call is about.");
        }
        return own.isResolvable() ? own.get() : this::caller;
    }

    private @Nullable String caller() {
        return callers.stream()
                .map(Caller::name)
                .filter(Objects::nonNull)
                .filter(name -> !NOBODY.contains(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }
}
