package io.memu4j.store.jpa.entity;

import java.util.function.Supplier;

/**
 * Refuses to name a scope. The filter is enabled by itself in every session with this as the source of its parameters, so that a session
 * nobody bound to a scope fails instead of seeing everything.
 */
public final class Unbound implements Supplier<String> {
    @Override
    public String get() {
        throw new IllegalStateException("This session is bound to no scope. Open sessions through ScopedSessions.");
    }
}
