package io.memu4j.jakarta;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Objects that a server keeps by name. */
final class JndiLookup {
    private static final String LOCAL = "java:";

    private JndiLookup() {}

    /**
     * Returns what is bound to the name, or empty if that is nothing of this type, or there is no naming at all. Only names of the server
     * itself are looked up: others, such as those of LDAP, may lead to objects that somebody else made.
     */
    @SuppressWarnings("BanJNDI") // the names are constants and settings, and local
    static <T> Optional<T> find(String name, Class<T> type) {
        if (!name.startsWith(LOCAL)) {
            return Optional.empty();
        }
        try {
            Object found = new InitialContext().lookup(name);
            return type.isInstance(found) ? Optional.of(type.cast(found)) : Optional.empty();
        } catch (NamingException e) {
            return Optional.empty();
        }
    }
}
