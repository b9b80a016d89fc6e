package io.memu4j.config;

import io.memu4j.internal.value.ValueFields;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The URIs that may be fetched. Every redirect and every resolved address is checked again. Immutable. */
public final class ResourcePolicy {
    private final Fields fields;

    private ResourcePolicy(Fields fields) {
        this.fields = fields;
    }

    /** {@return the policy that allows nothing, which is the default} */
    public static ResourcePolicy off() {
        return new ResourcePolicy(new Fields(Set.of(), 0));
    }

    /** {@return the policy that allows http and https on public addresses, with up to 5 redirects} */
    public static ResourcePolicy publicWeb() {
        return new ResourcePolicy(new Fields(Set.of("http", "https"), 5));
    }

    /**
     * Returns a copy that allows these hosts only.
     *
     * @param names host names in lower case
     * @return the copy
     */
    public ResourcePolicy withHosts(String... names) {
        return copy(f -> f.hosts = Set.of(names));
    }

    /**
     * Returns a copy with another number of redirects.
     *
     * @param most from 0
     * @return the copy
     */
    public ResourcePolicy withMaxRedirects(int most) {
        return copy(f -> f.maxRedirects = most);
    }

    /**
     * Returns a copy with another time limit.
     *
     * @param longest for one source as a whole, redirects included
     * @return the copy
     */
    public ResourcePolicy withTimeout(Duration longest) {
        return copy(f -> f.timeout = longest);
    }

    /** {@return a copy that allows loopback, private and other special addresses too: for trusted networks and tests} */
    public ResourcePolicy withPrivateAddresses() {
        return copy(f -> f.allowPrivateAddresses = true);
    }

    /** {@return the allowed schemes, {@code http} and {@code https} at most; empty = nothing may be fetched} */
    public Set<String> schemes() {
        return fields.schemes;
    }

    /** {@return the allowed host names in lower case; empty = any host} */
    public Set<String> hosts() {
        return fields.hosts;
    }

    /** {@return whether loopback, link-local, private and other special addresses may be reached} */
    public boolean allowPrivateAddresses() {
        return fields.allowPrivateAddresses;
    }

    /** {@return the maximum number of redirects} */
    public int maxRedirects() {
        return fields.maxRedirects;
    }

    /** {@return the time limit for one source as a whole} */
    public Duration timeout() {
        return fields.timeout;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResourcePolicy that && that.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return "ResourcePolicy" + fields.compared();
    }

    private ResourcePolicy copy(Consumer<Fields> change) {
        return new ResourcePolicy(ValueFields.copy(fields, change));
    }

    private static final class Fields extends ValueFields {
        final Set<String> schemes;
        Set<String> hosts = Set.of();
        boolean allowPrivateAddresses = false;
        int maxRedirects;
        Duration timeout = Duration.ofSeconds(30);

        Fields(Set<String> schemes, int maxRedirects) {
            this.schemes = schemes;
            this.maxRedirects = maxRedirects;
        }

        @Override
        protected List<?> compared() {
            return List.of(schemes, hosts, allowPrivateAddresses, maxRedirects, timeout);
        }
    }
}
