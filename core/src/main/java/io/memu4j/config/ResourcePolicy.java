package io.memu4j.config;

import java.time.Duration;
import java.util.Set;

/**
 * Which URIs may be fetched. Every redirect and every resolved address is checked again.
 *
 * @param schemes lower case, of {@code http}, {@code https}; empty = nothing may be fetched
 * @param hosts lower-case host names that are allowed; empty = any
 * @param allowPrivateAddresses whether loopback, link-local, private and other special addresses may be reached
 * @param maxRedirects from 0
 * @param timeout for one source as a whole
 */
public record ResourcePolicy(
        Set<String> schemes, Set<String> hosts, boolean allowPrivateAddresses, int maxRedirects, Duration timeout) {
    public ResourcePolicy {
        schemes = Set.copyOf(schemes);
        hosts = Set.copyOf(hosts);
    }

    /** Nothing may be fetched; the default. */
    public static ResourcePolicy off() {
        return new ResourcePolicy(Set.of(), Set.of(), false, 0, Duration.ofSeconds(30));
    }

    /** Public http and https addresses. */
    public static ResourcePolicy publicWeb() {
        return new ResourcePolicy(Set.of("http", "https"), Set.of(), false, 5, Duration.ofSeconds(30));
    }

    /** The same for these hosts alone. */
    public ResourcePolicy withHosts(String... names) {
        return new ResourcePolicy(schemes, Set.of(names), allowPrivateAddresses, maxRedirects, timeout);
    }

    /** The same with another number of redirects, from 0. */
    public ResourcePolicy withMaxRedirects(int most) {
        return new ResourcePolicy(schemes, hosts, allowPrivateAddresses, most, timeout);
    }

    /** The same with another time for one source as a whole. */
    public ResourcePolicy withTimeout(Duration longest) {
        return new ResourcePolicy(schemes, hosts, allowPrivateAddresses, maxRedirects, longest);
    }

    /** The same with special addresses allowed: for trusted networks and tests. */
    public ResourcePolicy withPrivateAddresses() {
        return new ResourcePolicy(schemes, hosts, true, maxRedirects, timeout);
    }
}
