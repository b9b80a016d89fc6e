package io.memu4j.internal.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.MemoryException;
import io.memu4j.error.ResourceAccessException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real server on the loopback address. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class UriFetcherIT {
    private static final int LIMIT = 100_000;

    private final ResourcePolicy trusted = ResourcePolicy.publicWeb().withPrivateAddresses();
    private final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void bytes_come_with_name_media_type_and_charset() {
        answers("/chats/one", Map.of("Content-Type", "Text/Plain; charset=ISO-8859-1"), 200, "Tea at five.");

        Fetched fetched = fetch(trusted, "/chats/one?x=1#part");

        assertThat(new String(fetched.bytes(), StandardCharsets.UTF_8)).isEqualTo("Tea at five.");
        assertThat(fetched.name()).isEqualTo("one.txt");
        assertThat(fetched.mediaType()).isEqualTo("text/plain");
        assertThat(fetched.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(requests).containsExactly("/chats/one?x=1");
    }

    @Test
    void json_is_named_so_whatever_the_address() {
        answers("/api", Map.of("Content-Type", "application/json"), 200, "[]");

        assertThat(fetch(trusted, "/api").name()).isEqualTo("api.json");
    }

    @Test
    void other_answers_than_200_are_one_clear_line() {
        answers("/missing", Map.of(), 404, "not here");
        answers("/broken", Map.of(), 500, "");
        answers("/empty", Map.of(), 200, "");

        fails(ResourceAccessException.class, trusted, "/missing?token=s3cret", "answers with status 404. Expected 200");
        fails(ResourceAccessException.class, trusted, "/broken", "answers with status 500");
        fails(InvalidInputException.class, trusted, "/empty", "is empty");
    }

    @Test
    void redirects_are_followed_as_often_as_allowed() {
        redirects("/a", "/b");
        redirects("/b", base + "/c");
        answers("/c", Map.of(), 200, "here");

        assertThat(fetch(trusted, "/a").name()).isEqualTo("c");
        ResourcePolicy once = trusted.withMaxRedirects(1);
        fails(
                ResourceAccessException.class,
                once,
                "/a",
                "redirects more than 1 times. Use the final address, or allow more with ResourcePolicy.withMaxRedirects(..).");
    }

    @Test
    void a_loop_of_redirects_ends() {
        redirects("/loop", "/loop");

        fails(ResourceAccessException.class, trusted, "/loop", "redirects more than 5 times");
        assertThat(requests).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://169.254.169.254/latest/meta-data",
                "http://10.0.0.1/",
                "http://localhost:1/",
                "http://[::1]:1/",
                "http://[::ffff:10.0.0.1]/",
                "http://2130706433/",
                "http://0/"
            })
    void a_redirect_to_a_forbidden_address_is_not_followed(String forbidden) {
        redirects("/a", forbidden);

        fails(publicExceptOurServer(), ResourcePolicy.publicWeb(), "/a", "of the public internet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://127.0.0.1/", "http://user:secret@127.0.0.1/", "//:0/", "http://"})
    void a_redirect_to_another_kind_of_address_is_not_followed(String location) {
        redirects("/a", location);

        assertThatThrownBy(() -> fetch(trusted, "/a"))
                .isInstanceOf(ResourceAccessException.class)
                .hasMessageNotContaining("secret");
        assertThat(requests).hasSize(1);
    }

    @Test
    void a_redirect_to_a_host_that_is_not_listed_is_not_followed() {
        redirects("/a", base.replace("127.0.0.1", "localhost") + "/b");

        fails(ResourceAccessException.class, trusted.withHosts("127.0.0.1"), "/a", "has a host that is not allowed");
    }

    @Test
    void private_addresses_are_refused_before_anything_is_sent() {
        answers("/a", Map.of(), 200, "secret");

        fails(ResourceAccessException.class, ResourcePolicy.publicWeb(), "/a", "of the public internet");
        assertThat(requests).isEmpty();
    }

    @Test
    void one_special_address_among_public_ones_is_enough_to_refuse() {
        Network two = new Network(
                host -> List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")),
                SpecialAddresses::contains);

        assertThatThrownBy(() ->
                        new UriFetcher(ResourcePolicy.publicWeb(), LIMIT, two).fetch(URI.create("http://two.example/")))
                .isInstanceOf(ResourceAccessException.class)
                .hasMessageContaining("of the public internet");
    }

    @Test
    void the_connection_goes_to_the_address_that_was_checked() {
        answers("/a", Map.of(), 200, "pinned");
        Network loopback = new Network(host -> List.of(InetAddress.getLoopbackAddress()), address -> false);
        URI unknownToTheSystem =
                URI.create("http://pinned.invalid:" + server.getAddress().getPort() + "/a");

        Fetched fetched = new UriFetcher(ResourcePolicy.publicWeb(), LIMIT, loopback).fetch(unknownToTheSystem);

        assertThat(new String(fetched.bytes(), StandardCharsets.UTF_8)).isEqualTo("pinned");
    }

    @Test
    void an_unknown_host_and_a_closed_port_are_one_clear_line() throws IOException {
        Network nobody = new Network(
                host -> {
                    throw new UnknownHostException(host);
                },
                SpecialAddresses::contains);
        assertThatThrownBy(() -> new UriFetcher(trusted, LIMIT, nobody).fetch(URI.create("http://nobody.example/")))
                .isInstanceOf(ResourceAccessException.class)
                .hasMessageContaining("has an unknown host");

        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThatThrownBy(() -> new UriFetcher(trusted, LIMIT).fetch(URI.create("http://127.0.0.1:" + closed + "/")))
                .isInstanceOf(ResourceAccessException.class)
                .hasMessageContaining("cannot be fetched: ConnectException");
    }

    @Test
    void an_endless_body_is_given_up_at_the_limit() {
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[8192];
            try (OutputStream body = exchange.getResponseBody()) {
                while (!Thread.currentThread().isInterrupted()) {
                    body.write(block);
                }
            }
        });

        fails(InvalidInputException.class, trusted, "/endless", "answers with more than 100000 bytes");
    }

    @Test
    void a_body_of_exactly_the_limit_is_taken() {
        answers("/full", Map.of(), 200, "x".repeat(LIMIT));
        answers("/over", Map.of(), 200, "x".repeat(LIMIT + 1));

        assertThat(fetch(trusted, "/full").bytes()).hasSize(LIMIT);
        fails(InvalidInputException.class, trusted, "/over", "answers with more than");
    }

    @Test
    void a_slow_body_and_a_silent_server_end_at_the_time_out() {
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write('x');
                    body.flush();
                    Thread.sleep(20);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.createContext("/silent", exchange -> {
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        ResourcePolicy brief = trusted.withTimeout(Duration.ofMillis(400));

        fails(ResourceAccessException.class, brief, "/slow", "did not answer completely within 0.4 s");
        fails(ResourceAccessException.class, brief, "/silent", "did not answer completely within 0.4 s");
    }

    @Test
    void a_slow_name_server_ends_at_the_time_out() {
        Network slow = new Network(
                host -> {
                    try {
                        Thread.sleep(60_000);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of(InetAddress.getLoopbackAddress());
                },
                SpecialAddresses::contains);
        ResourcePolicy brief = ResourcePolicy.publicWeb()
                .withPrivateAddresses()
                .withMaxRedirects(0)
                .withTimeout(Duration.ofMillis(300));

        assertThatThrownBy(() -> new UriFetcher(brief, LIMIT, slow).fetch(URI.create("http://slow.example/")))
                .isInstanceOf(ResourceAccessException.class)
                .hasMessageContaining("did not answer completely");
    }

    @Test
    void threads_and_descriptors_stay_few_over_many_fetches() throws IOException {
        redirects("/from", "/to");
        answers("/to", Map.of(), 200, "here");
        Network loopback = new Network(host -> List.of(InetAddress.getLoopbackAddress()), address -> false);
        try (UriFetcher fetcher = new UriFetcher(ResourcePolicy.publicWeb(), LIMIT, loopback)) {
            URI uri = URI.create(base + "/from");
            for (int i = 0; i < 20; i++) {
                fetcher.fetch(uri);
            }
            int threadsBefore = Thread.activeCount();
            int descriptorsBefore = descriptors();
            for (int i = 0; i < 300; i++) {
                fetcher.fetch(uri);
            }
            assertThat(Thread.activeCount() - threadsBefore).isLessThan(20);
            assertThat(descriptors() - descriptorsBefore).isLessThan(20);
        }
    }

    @Test
    void look_ups_that_never_end_are_bounded() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger started = new AtomicInteger();
        Network stuck = new Network(
                host -> {
                    started.incrementAndGet();
                    awaitUninterruptibly(never);
                    return List.of(InetAddress.getLoopbackAddress());
                },
                SpecialAddresses::contains);
        ResourcePolicy brief = trusted.withTimeout(Duration.ofMillis(50));
        try (UriFetcher fetcher = new UriFetcher(brief, LIMIT, stuck)) {
            // On a busy machine the time may be over before a look-up starts.
            while (started.get() < 32) {
                URI uri = URI.create("http://stuck.example/" + started);
                assertThatThrownBy(() -> fetcher.fetch(uri)).isInstanceOf(ResourceAccessException.class);
            }
            assertThatThrownBy(() -> fetcher.fetch(URI.create("http://stuck.example/")))
                    .isInstanceOf(ResourceAccessException.class)
                    .hasMessageContaining("look-ups of host names are still under way");
            assertThat(started).hasValue(32);
        } finally {
            never.countDown();
        }
    }

    @Test
    void a_request_without_a_checked_route_is_refused() {
        CheckedRoutes routes = new CheckedRoutes();
        URI uri = URI.create("http://example.org/");
        routes.open(uri, Proxy.NO_PROXY);
        routes.open(uri, Proxy.NO_PROXY);
        routes.close(uri);

        assertThat(routes.select(uri)).containsExactly(Proxy.NO_PROXY);
        routes.close(uri);
        assertThatThrownBy(() -> routes.select(uri)).isInstanceOf(IllegalStateException.class);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean done = false;
        while (!done) {
            try {
                latch.await();
                done = true;
            } catch (InterruptedException e) {
                // As a system call would: it goes on.
            }
        }
    }

    /** 0 where the system does not tell. */
    private static int descriptors() throws IOException {
        Path open = Path.of("/proc/self/fd");
        if (!Files.isDirectory(open)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(open)) {
            return (int) all.count();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/a",
                "http://user:secret@example.org/",
                "http:opaque",
                "relative/path",
                "http:///x"
            })
    void other_kinds_of_addresses_are_refused(String uri) {
        assertThatThrownBy(() -> new UriFetcher(trusted, LIMIT).fetch(URI.create(uri)))
                .isInstanceOf(ResourceAccessException.class)
                .hasMessageNotContaining("secret");
    }

    /** The server passes as public under one name; every other way to it stays forbidden. */
    private Network publicExceptOurServer() {
        return new Network(
                host -> host.equals("ours.invalid")
                        ? List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}))
                        : List.of(InetAddress.getAllByName(host)),
                address -> !address.getHostName().equals("ours.invalid") && SpecialAddresses.contains(address));
    }

    private Fetched fetch(ResourcePolicy policy, String path) {
        return new UriFetcher(policy, LIMIT).fetch(URI.create(base + path));
    }

    private void fails(Class<? extends MemoryException> type, ResourcePolicy policy, String path, String words) {
        assertThatThrownBy(() -> fetch(policy, path))
                .isInstanceOf(type)
                .hasMessageContaining(words)
                .hasMessageNotContaining("s3cret");
    }

    private void fails(Network network, ResourcePolicy policy, String path, String words) {
        assertThatThrownBy(() -> new UriFetcher(policy, LIMIT, network)
                        .fetch(URI.create(base.replace("127.0.0.1", "ours.invalid") + path)))
                .isInstanceOf(ResourceAccessException.class)
                .hasMessageContaining(words);
        assertThat(requests).hasSize(1);
    }

    private void redirects(String path, String location) {
        answers(path, Map.of("Location", location), 302, "");
    }

    private void answers(String path, Map<String, String> headers, int status, String body) {
        server.createContext(path, exchange -> {
            requests.add(exchange.getRequestURI().toString());
            headers.forEach(exchange.getResponseHeaders()::set);
            send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
