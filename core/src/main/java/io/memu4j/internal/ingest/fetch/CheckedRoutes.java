package io.memu4j.internal.ingest.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells one client where the connection of each request goes. A request without an open route is refused: nothing is connected to that was
 * not checked. Thread-safe.
 */
final class CheckedRoutes extends ProxySelector {
    private final Map<URI, Route> open = new ConcurrentHashMap<>();

    /** Requests for that address go by that way until it is closed as often as it was opened. */
    void open(URI request, Proxy way) {
        open.merge(request, new Route(way, 1), (known, added) -> new Route(way, known.uses() + 1));
    }

    void close(URI request) {
        open.computeIfPresent(
                request, (key, route) -> route.uses() == 1 ? null : new Route(route.way(), route.uses() - 1));
    }

    @Override
    public List<Proxy> select(URI uri) {
        Route route = open.get(uri);
        if (route == null) {
            throw new IllegalStateException("A request has no checked route.");
        }
        return List.of(route.way());
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The request itself fails, which its sender sees.
    }

    /** The way of a connection to the address that was checked. */
    static Proxy to(InetSocketAddress address) {
        return new Proxy(Proxy.Type.HTTP, address);
    }

    private record Route(Proxy way, int uses) {}
}
