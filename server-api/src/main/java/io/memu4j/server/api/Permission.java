package io.memu4j.server.api;

import java.util.Optional;
import java.util.stream.Stream;

/** What a caller may do. */
public enum Permission {
    /** Search and read memories. */
    READ("memory:read"),
    /** Memorize, add and correct. */
    WRITE("memory:write"),
    /** Delete statements, sources and whole memories. */
    DELETE("memory:delete"),
    /** The operations of an operator, across users. */
    ADMIN("memory:admin");

    private final String scope;

    Permission(String scope) {
        this.scope = scope;
    }

    /** {@return the word for it in the {@code scope} of a token} */
    public String scope() {
        return scope;
    }

    /**
     * Finds a permission by its word.
     *
     * @param scope a word of the {@code scope} of a token
     * @return the permission, or empty for a word of others
     */
    public static Optional<Permission> of(String scope) {
        return Stream.of(values()).filter(known -> known.scope.equals(scope)).findFirst();
    }
}
