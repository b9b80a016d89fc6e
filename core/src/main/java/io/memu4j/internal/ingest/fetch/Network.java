package io.memu4j.internal.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a fetch asks the network before it connects.
 *
 * @param special tells addresses that are not of the public internet
 */
record Network(Resolver resolver, Predicate<InetAddress> special) {
    static final Network REAL =
            new Network(host -> List.of(InetAddress.getAllByName(host)), SpecialAddresses::contains);

    /** Looks host names up. */
    interface Resolver {
        /** The addresses of a host, at least one. */
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }
}
