package io.memu4j.server;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.error.ConfigurationException;
import io.memu4j.server.api.ApiExtension;
import io.memu4j.server.api.Caller;
import io.memu4j.server.api.Permission;
import io.memu4j.server.api.rest.MemuApi;
import io.memu4j.server.credential.ApiKeys;
import io.memu4j.server.credential.Credentials;
import io.memu4j.server.credential.TokenConfig;
import io.memu4j.server.credential.Tokens;
import io.memu4j.server.http.Limits;
import io.memu4j.server.http.MetricsResource;
import io.memu4j.server.http.WebServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves memory over HTTP. The user and the agents of a request come from its credential alone. Without keys and tokens it listens on the own
 * machine only, for one user.
 */
public final class MemuServer implements AutoCloseable {
    private static final int WRITERS = 2;
    private static final int WAITING = 64;

    private final WebServer web;
    private final ThreadPoolExecutor jobs;
    private final Duration patience;
    private final String host;

    private MemuServer(Builder choices) {
        this.host = choices.host;
        this.patience = choices.patience;
        this.jobs = new ThreadPoolExecutor(
                WRITERS, WRITERS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), MemuServer::worker);
        jobs.allowCoreThreadTimeOut(true);
        MemuApi api = new MemuApi(choices.memories, jobs);
        choices.extensions.forEach(api::with);
        Supplier<String> metrics = choices.metrics;
        if (metrics != null) {
            api.with(gate -> Set.of(new MetricsResource(gate, metrics, choices.onOwnMachine != null)));
        }
        ApiKeys keys = choices.keys;
        if (keys != null) {
            api.userErased(keys::forgetUser);
        }
        this.web = new WebServer(
                choices.host,
                choices.port,
                choices.publicUrl,
                choices.limits,
                choices.credentials(),
                choices.onOwnMachine,
                api);
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "memu-job");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins a server.
     *
     * @param memories what it serves; stays the application's to close
     * @return a builder
     */
    public static Builder builder(MemoryServiceFactory memories) {
        return new Builder(memories);
    }

    private MemuServer started() {
        try {
            web.start();
            return this;
        } catch (Exception e) {
            jobs.shutdownNow();
            try {
                web.stop(Duration.ZERO);
            } catch (Exception alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw new ConfigurationException(
                    "The server cannot listen on " + host + ". Is the port taken? Choose another one with --port.", e);
        }
    }

    /** {@return where it listens on this machine} */
    public URI address() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("http://" + shown + ":" + web.port());
    }

    /**
     * Stops. New requests are refused with 503. Requests and jobs that are carried out, and jobs that wait, are finished as far as the
     * patience of the server reaches; a job that is not stores nothing.
     */
    @Override
    public void close() {
        try {
            web.stop(patience);
            jobs.shutdown();
            if (!jobs.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                jobs.shutdownNow();
            }
        } catch (InterruptedException e) {
            jobs.shutdownNow();
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            jobs.shutdownNow();
            throw new IllegalStateException("The server did not stop in time.", e);
        }
    }

    /** Collects the choices of a server. Not thread-safe. */
    public static final class Builder {
        private final MemoryServiceFactory memories;
        private final List<ApiExtension> extensions = new ArrayList<>();
        private String host = "127.0.0.1";
        private int port = 8080;
        private @Nullable String publicUrl;
        private @Nullable ApiKeys keys;
        private @Nullable Supplier<String> metrics;
        private @Nullable TokenConfig tokens;
        private @Nullable Caller onOwnMachine;
        private Limits limits = Limits.USUAL;
        private Clock clock = Clock.systemUTC();
        private Duration patience = Duration.ofSeconds(30);

        private Builder(MemoryServiceFactory memories) {
            this.memories = memories;
        }

        /**
         * Sets the address to bind; 127.0.0.1 and 8080 by default.
         *
         * @param address of this machine
         * @param number the port, or 0 for a free one
         * @return this builder
         */
        public Builder bind(String address, int number) {
            this.host = address;
            this.port = number;
            return this;
        }

        /**
         * Sets how callers reach the server through a proxy that ends TLS.
         *
         * @param url a scheme and a host, such as {@code https://memory.example.org}
         * @return this builder
         */
        public Builder publicUrl(String url) {
            this.publicUrl = checked(url);
            return this;
        }

        /**
         * Takes API keys.
         *
         * @param known the keys
         * @return this builder
         */
        public Builder keys(ApiKeys known) {
            this.keys = known;
            return this;
        }

        /**
         * Takes tokens of an identity provider.
         *
         * @param config which ones
         * @return this builder
         */
        public Builder tokens(TokenConfig config) {
            this.tokens = config;
            return this;
        }

        /**
         * Serves one user of this machine without a credential.
         *
         * @param user whose memories
         * @param agents with which agents
         * @return this builder
         */
        public Builder userOfThisMachine(String user, Set<String> agents) {
            this.onOwnMachine =
                    new Caller("local", user, agents, Set.of(Permission.READ, Permission.WRITE, Permission.DELETE));
            return this;
        }

        /**
         * Sets how much a caller may ask; {@link Limits#USUAL} by default.
         *
         * @param choice the limits
         * @return this builder
         */
        public Builder limits(Limits choice) {
            this.limits = choice;
            return this;
        }

        /**
         * Sets how long {@link MemuServer#close} waits for work that is carried out; 30 seconds by default.
         *
         * @param choice the time
         * @return this builder
         */
        public Builder patience(Duration choice) {
            this.patience = choice;
            return this;
        }

        /**
         * Sets the clock that tokens are compared with.
         *
         * @param choice the clock
         * @return this builder
         */
        public Builder clock(Clock choice) {
            this.clock = choice;
            return this;
        }

        /**
         * Serves metrics at {@code /metrics}, to callers with {@link Permission#ADMIN}. Without keys and tokens, to the user of this machine.
         *
         * @param text the present values in the text format of Prometheus; called by several threads
         * @return this builder
         */
        public Builder metrics(Supplier<String> text) {
            this.metrics = text;
            return this;
        }

        /**
         * Adds resources, such as MCP.
         *
         * @param extension makes them
         * @return this builder
         */
        public Builder with(ApiExtension extension) {
            extensions.add(extension);
            return this;
        }

        /**
         * Listens.
         *
         * @return the server, to close
         * @throws ConfigurationException as of {@link #requireClosed}, or if the port is taken
         */
        public MemuServer start() {
            requireClosed();
            return new MemuServer(this).started();
        }

        /**
         * Checks that the choices open memory to nobody but its user.
         *
         * @throws ConfigurationException if they do
         */
        public void requireClosed() {
            boolean credentials = keys != null || tokens != null;
            if (credentials == (onOwnMachine != null)) {
                throw new ConfigurationException(
                        credentials
                                ? "A server with keys or tokens serves nobody without them. Leave out --user."
                                : "A server without keys and tokens serves one user of this machine. Name the user with --user,"
                                        + " or make a key with 'memu key create'.");
            }
            if (!isLoopback(host)) {
                if (!credentials) {
                    throw new ConfigurationException("Without keys and tokens the server listens on this machine only,"
                            + " not on " + host + ". Make a key with 'memu key create' first.");
                }
                if (publicUrl == null) {
                    throw new ConfigurationException("A server that others reach needs the address that they use."
                            + " Name it with --public-url https://HOST.");
                }
            }
        }

        private List<Credentials> credentials() {
            List<Credentials> all = new ArrayList<>();
            if (keys != null) {
                all.add(keys);
            }
            if (tokens != null) {
                all.add(new Tokens(tokens, clock));
            }
            return all;
        }

        private static boolean isLoopback(String address) {
            try {
                return InetAddress.getByName(address).isLoopbackAddress();
            } catch (UnknownHostException e) {
                throw new ConfigurationException("The address to listen on is not one of this machine.", e);
            }
        }

        private static String checked(String url) {
            URI uri = URI.create(url.toLowerCase(Locale.ROOT));
            if (uri.getHost() == null
                    || uri.getUserInfo() != null
                    || !List.of("http", "https").contains(uri.getScheme())
                    || !List.of("", "/").contains(uri.getPath() == null ? "" : uri.getPath())) {
                throw new ConfigurationException(
                        "The public address is not of the form https://HOST or https://HOST:PORT.");
            }
            return uri.getScheme() + "://" + uri.getAuthority();
        }
    }
}
