package io.memu4j.internal.ingest.fetch;

import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.MemoryException;
import io.memu4j.error.ResourceAccessException;
import io.memu4j.internal.http.LimitedBody;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a source over HTTP as far as a {@link ResourcePolicy} allows. Each redirect is a new request that passes the policy again.
 *
 * <p>A name server may give one answer to the check and another to the connection. Where addresses are checked, a connection for
 * {@code http} therefore goes to the very address that was checked, as if that were a proxy; for {@code https} the server's certificate has
 * to match the name. Proxies of the system are not used: what they connect to cannot be checked.
 */
public final class UriFetcher {
    private final ResourcePolicy policy;
    private final long maxBytes;
    private final Network network;

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
        Future<CheckedAddress> target = network.threads().submit(() -> CheckedAddress.of(uri, policy, network));
        return await(CheckedAddress.subject(uri), target, deadline);
    }

    private HttpResponse<byte[]> send(CheckedAddress target, long deadline) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(policy.timeout())
                .proxy(route(target))
                .build();
        HttpRequest request = HttpRequest.newBuilder(HttpAnswer.withoutFragment(target.uri()))
                .header("User-Agent", "memu4j")
                .header("Accept", "application/json, text/plain, text/markdown, text/*;q=0.5")
                .build();
        return await(
                target.subject(),
                client.sendAsync(request, head -> new LimitedBody(maxBytes, () -> tooLong(target))),
                deadline);
    }

    private InvalidInputException tooLong(CheckedAddress target) {
        return new InvalidInputException(target.subject() + " answers with more than " + maxBytes
                + " bytes. Expected at most that many. Raise MemorizeConfig.maxSourceBytes to accept it.");
    }

    private ProxySelector route(CheckedAddress target) {
        boolean direct = CheckedAddress.isHttps(target.uri()) || policy.allowPrivateAddresses();
        return direct ? HttpClient.Builder.NO_PROXY : ProxySelector.of(target.address());
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
            Thread.currentThread().interrupt();
            throw new ResourceAccessException(subject + " was not fetched: the thread was interrupted.", e);
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
