package io.memu4j.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The places under which this server is known. A request for another one was led here by somebody else's name. */
final class Address {
    private final List<String> hosts = new ArrayList<>();
    private final List<String> origins = new ArrayList<>();
    private final boolean secure;

    /**
     * An address.
     *
     * @param publicUrl how callers reach the server through a proxy, as {@code https://host}, or null if they reach it as it is bound
     */
    Address(@Nullable String publicUrl) {
        secure = publicUrl != null && publicUrl.startsWith("https://");
        if (publicUrl != null) {
            origins.add(publicUrl);
            hosts.add(publicUrl.substring(publicUrl.indexOf("://") + 3));
        }
    }

    /** Adds the names of the own machine, or the address that was bound. Called before the first request. */
    synchronized void bound(String host, boolean loopback, int port) {
        for (String name : loopback ? List.of("localhost", "127.0.0.1", "[::1]") : List.of(host)) {
            hosts.add(name + ":" + port);
            origins.add("http://" + name + ":" + port);
            if (port == 80) {
                hosts.add(name);
                origins.add("http://" + name);
            }
        }
    }

    /** Whether callers use TLS, which a proxy ends. */
    boolean isSecure() {
        return secure;
    }

    synchronized boolean isHost(@Nullable String host) {
        return host != null && hosts.contains(host.toLowerCase(Locale.ROOT));
    }

    synchronized boolean isOrigin(String origin) {
        return origins.contains(origin.toLowerCase(Locale.ROOT));
    }

    /** Whether a browser says that a page of ours sent it. */
    boolean isFromOwnPage(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null ? "same-origin".equals(request.getHeader("Sec-Fetch-Site")) : isOrigin(origin);
    }
}
