package io.memu4j.internal.ingest.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What a fetch asks the network before it connects.
 *
 * @param special tells addresses that are not of the public internet
 * @param threads look names up, which knows no time-out of its own
 */
record Network(Resolver resolver, Predicate<InetAddress> special, ExecutorService threads) {
    private static final long IDLE_SECONDS = 10;

    /** One thread per look-up under way; those that are idle end. */
    private static final ExecutorService THREADS = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "memu4j-resolve");
                thread.setDaemon(true);
                return thread;
            });

    static final Network REAL =
            new Network(host -> List.of(InetAddress.getAllByName(host)), SpecialAddresses::contains);

    Network(Resolver resolver, Predicate<InetAddress> special) {
        this(resolver, special, THREADS);
    }

    /** Looks host names up. */
    interface Resolver {
        /** The addresses of a host, at least one. */
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }
}
