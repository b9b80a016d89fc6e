package io.memu4j.internal.ingest.fetch;

import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.MemoryException;
import io.memu4j.error.ResourceAccessException;
import io.memu4j.internal.http.LimitedBody;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a source over HTTP as far as a {@link ResourcePolicy} allows. Each redirect is a new request that passes the policy again.
 *
 * <p>A name server may give one answer to the check and another to the connection. Where addresses are checked, a connection for
 * {@code http} therefore goes to the very address that was checked, as if that were a proxy; for {@code https} the server's certificate has
 * to match the name. Proxies of the system are not used: what they connect to cannot be checked.
 *
 * <p>All fetches share one client, and only some run at a time, so that threads and descriptors stay few. Thread-safe.
 */
public final class UriFetcher implements AutoCloseable {
    private static final int CONCURRENT = 16;

    /** Twice the fetches: a look-up that nobody waits for any more keeps its thread until the name server answers. */
    private static final int LOOK_UPS = 2 * CONCURRENT;

    private final ResourcePolicy policy;
    private final long maxBytes;
    private final Network network;
    private final Semaphore permits = new Semaphore(CONCURRENT, true);
    private final LookUps lookUps = new LookUps(LOOK_UPS);
    private final CheckedRoutes routes = new CheckedRoutes();
    private @Nullable HttpClient client;

    public UriFetcher(ResourcePolicy policy, long maxBytes) {
        this(policy, maxBytes, Network.REAL);
    }

    UriFetcher(ResourcePolicy policy, long maxBytes, Network network) {
        this.policy = policy;
        this.maxBytes = maxBytes;
        this.network = network;
    }

    /** How error messages call an address: without the query, which may hold a key. */
    public static String subject(URI uri) {
        return CheckedAddress.subject(uri);
    }

    /**
     * What that address answers.
     *
     * @throws ResourceAccessException when the policy does not allow it, or the server does not give it in time
     * @throws io.memu4j.error.InvalidInputException when there is nothing in it, or too much
     */
    public Fetched fetch(URI uri) {
        long deadline = System.nanoTime() + policy.timeout().toNanos();
        String subject = CheckedAddress.subject(uri);
        try {
            if (!permits.tryAcquire(policy.timeout().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new ResourceAccessException(subject + " was not fetched within " + seconds(policy.timeout())
                        + " s: " + CONCURRENT + " other fetches are under way. Try again later.");
            }
        } catch (InterruptedException e) {
            throw interrupted(subject, e);
        }
        try {
            return follow(uri, deadline);
        } finally {
            permits.release();
        }
    }

    /** Lets go of the client, which Java ends once nothing refers to it, and ends the threads of look-ups. */
    @Override
    public synchronized void close() {
        lookUps.close();
        client = null;
    }

    private Fetched follow(URI uri, long deadline) {
        URI next = uri;
        for (int redirects = 0; redirects <= policy.maxRedirects(); redirects++) {
            CheckedAddress target = allowed(next, deadline);
            HttpResponse<byte[]> answer = send(target, deadline);
            Optional<String> location = location(answer);
            if (location.isEmpty()) {
                return HttpAnswer.toFetched(target, answer);
            }
            next = resolve(target, location.get());
        }
        throw new ResourceAccessException(CheckedAddress.subject(uri) + " redirects more than " + policy.maxRedirects()
                + " times. Use the final address, or allow more with ResourcePolicy.withMaxRedirects(..).");
    }

    /** Name servers can be slow, and the look-up knows no time-out of its own. */
    private CheckedAddress allowed(URI uri, long deadline) {
        String subject = CheckedAddress.subject(uri);
        try {
            return await(subject, lookUps.start(() -> CheckedAddress.of(uri, policy, network)), deadline);
        } catch (RejectedExecutionException e) {
            throw new ResourceAccessException(
                    subject + " was not fetched: " + LOOK_UPS + " look-ups of host names are still under way."
                            + " Check the name server, and try again later.",
                    e);
        }
    }

    private HttpResponse<byte[]> send(CheckedAddress target, long deadline) {
        HttpRequest request = HttpRequest.newBuilder(HttpAnswer.withoutFragment(target.uri()))
                .header("User-Agent", "memu4j")
                .header("Accept", "application/json, text/plain, text/markdown, text/*;q=0.5")
                .build();
        routes.open(request.uri(), way(target));
        try {
            return await(
                    target.subject(),
                    client().sendAsync(request, head -> new LimitedBody(maxBytes, () -> tooLong(target))),
                    deadline);
        } finally {
            routes.close(request.uri());
        }
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(policy.timeout())
                    .proxy(routes)
                    .build();
        }
        return client;
    }

    private InvalidInputException tooLong(CheckedAddress target) {
        return new InvalidInputException(target.subject() + " answers with more than " + maxBytes
                + " bytes. Expected at most that many. Raise MemorizeConfig.maxSourceBytes to accept it.");
    }

    private Proxy way(CheckedAddress target) {
        boolean direct = CheckedAddress.isHttps(target.uri()) || policy.allowPrivateAddresses();
        return direct ? Proxy.NO_PROXY : CheckedRoutes.to(target.address());
    }

    private <T> T await(String subject, Future<T> future, long deadline) {
        try {
            return future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new ResourceAccessException(subject + " did not answer completely within " + seconds(policy.timeout())
                    + " s. Try again, or allow more time with ResourcePolicy.withTimeout(..).");
        } catch (InterruptedException e) {
            future.cancel(true);
            throw interrupted(subject, e);
        } catch (ExecutionException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof MemoryException ours) {
                    throw ours;
                }
            }
            throw new ResourceAccessException(
                    subject + " cannot be fetched: "
                            + Optional.ofNullable(e.getCause())
                                    .orElse(e)
                                    .getClass()
                                    .getSimpleName()
                            + ". Check the address and the network.",
                    e.getCause());
        }
    }

    private static ResourceAccessException interrupted(String subject, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ResourceAccessException(subject + " was not fetched: the thread was interrupted.", e);
    }

    private static Optional<String> location(HttpResponse<?> answer) {
        return List.of(301, 302, 303, 307, 308).contains(answer.statusCode())
                ? answer.headers().firstValue("Location")
                : Optional.empty();
    }

    private static URI resolve(CheckedAddress from, String location) {
        try {
            return from.uri().resolve(location);
        } catch (IllegalArgumentException e) {
            throw new ResourceAccessException(from.subject() + " redirects to something that is not an address.", e);
        }
    }

    private static String seconds(Duration time) {
        return String.valueOf(time.toMillis() / 1000.0);
    }
}
