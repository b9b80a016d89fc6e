package io.memu4j.internal.ingest.fetch;

import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.ResourceAccessException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * An address that passed the policy, with the network address to connect to.
 *
 * @param subject how error messages call it: without the query, which may hold a key
 */
record CheckedAddress(URI uri, String subject, InetSocketAddress address) {
    /** @throws ResourceAccessException when the policy does not allow it or the host is unknown */
    static CheckedAddress of(URI uri, ResourcePolicy policy, Network network) {
        String subject = subject(uri);
        String host = requireForm(uri, policy, subject);
        List<InetAddress> addresses;
        try {
            addresses = network.resolver().resolve(host);
        } catch (UnknownHostException e) {
            throw new ResourceAccessException(subject + " has an unknown host. Check the address and the network.", e);
        }
        if (!policy.allowPrivateAddresses() && addresses.stream().anyMatch(network.special())) {
            throw new ResourceAccessException(subject + " leads to an address that is not of the public internet."
                    + " Allow it with ResourcePolicy.withPrivateAddresses() if the network is trusted.");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : isHttps(uri) ? 443 : 80;
        return new CheckedAddress(uri, subject, new InetSocketAddress(addresses.get(0), port));
    }

    static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    static String subject(URI uri) {
        String host =
                uri.getHost() == null ? "" : "//" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        String path = uri.getPath() == null ? "" : uri.getPath();
        return "The address " + (uri.getScheme() == null ? "" : uri.getScheme() + ":") + host + path;
    }

    private static String requireForm(URI uri, ResourcePolicy policy, String subject) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("file")) {
            throw new ResourceAccessException(subject + " is a file. Use MemorizeRequest.file(Path) for files.");
        }
        if (policy.schemes().isEmpty()) {
            throw new ResourceAccessException(subject + " is not fetched: fetching is off."
                    + " Allow it with MemorizeConfig.withFetch(ResourcePolicy.publicWeb()).");
        }
        if (!policy.schemes().contains(scheme) || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new ResourceAccessException(subject + " has a scheme that is not allowed. Expected one of "
                    + policy.schemes().stream().sorted().toList() + ".");
        }
        if (uri.getRawUserInfo() != null
                || (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@"))) {
            throw new ResourceAccessException(subject + " contains a user name. Expected an address without one.");
        }
        if (uri.getHost() == null) {
            throw new ResourceAccessException(subject + " has no valid host. Expected http(s)://host/path.");
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (!policy.hosts().isEmpty() && !policy.hosts().contains(host)) {
            throw new ResourceAccessException(
                    subject + " has a host that is not allowed. Add it with ResourcePolicy.withHosts(...).");
        }
        return host;
    }
}
