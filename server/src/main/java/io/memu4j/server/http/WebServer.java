package io.memu4j.server.http;

import io.memu4j.server.api.Caller;
import io.memu4j.server.api.rest.MemuApi;
import io.memu4j.server.credential.Credentials;
import io.memu4j.server.credential.Sessions;
import jakarta.servlet.DispatcherType;
import java.net.InetAddress;
import java.net.URL;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ResourceServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.glassfish.jersey.media.multipart.MultiPartProperties;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jspecify.annotations.Nullable;

/** Jetty with Jersey in it. */
public final class WebServer {
    private static final int MOST_THREADS = 64;
    private static final int LEAST_THREADS = 4;
    private static final int LONGEST_HEADERS = 16 << 10;
    private static final long SLOWEST_BODY = 512;

    private final Server server;
    private final ServerConnector connector;
    private final Address address;
    private final String host;
    private int bound;

    /**
     * A server that does not listen yet.
     *
     * @param host the address to bind
     * @param port the port to bind, 0 for a free one
     * @param publicUrl how callers reach it through a proxy, or null
     * @param limits of callers and requests
     * @param credentials what is taken in the header Authorization
     * @param onOwnMachine who calls without a credential, or null for nobody
     * @param api the resources
     */
    public WebServer(
            String host,
            int port,
            @Nullable String publicUrl,
            Limits limits,
            List<Credentials> credentials,
            @Nullable Caller onOwnMachine,
            MemuApi api) {
        this.host = host;
        address = new Address(publicUrl);
        Sessions sessions = new Sessions();
        Callers callers = new Callers(credentials, sessions, onOwnMachine, address);
        Set<Object> components =
                api.limits(limits.longestJson(), limits.longestUpload()).components();
        components.add(new SessionResource(callers, sessions, address.isSecure()));

        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        threads.setName("memu-http");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(LONGEST_HEADERS);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(limits.idle().toMillis());
        server.addConnector(connector);
        server.setErrorHandler(new ProblemErrors());
        server.setHandler(new GracefulHandler(new MinimumDataRateHandler(
                context(components, new Gatekeeper(address, callers, limits)), SLOWEST_BODY, 0)));
    }

    private static ServletContextHandler context(Set<Object> components, Gatekeeper gatekeeper) {
        ServletContextHandler context = new ServletContextHandler("/", false, false);
        context.setErrorHandler(new ProblemErrors());
        context.addFilter(new FilterHolder(gatekeeper), "/*", EnumSet.of(DispatcherType.REQUEST));
        ServletHolder rest = new ServletHolder("rest", new ServletContainer(jersey(components)));
        rest.setAsyncSupported(true);
        context.addServlet(rest, "/*");
        URL page = WebServer.class.getResource("/META-INF/resources/ui/index.html");
        if (page != null) {
            String folder = page.toString().substring(0, page.toString().lastIndexOf('/') + 1);
            ServletHolder files = new ServletHolder("ui", new ResourceServlet());
            files.setInitParameter("baseResource", folder);
            files.setInitParameter("dirAllowed", "false");
            files.setInitParameter("pathInfoOnly", "true");
            context.setWelcomeFiles(new String[] {"index.html"});
            context.addServlet(files, "/ui/*");
        }
        context.getServletHandler().setDecodeAmbiguousURIs(false);
        return context;
    }

    private static ResourceConfig jersey(Set<Object> components) {
        return new ResourceConfig()
                .registerInstances(components)
                .register(MultiPartFeature.class)
                .property(ServerProperties.WADL_FEATURE_DISABLE, true)
                .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, false)
                .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true)
                .property(ServerProperties.PROCESSING_RESPONSE_ERRORS_ENABLED, true)
                .property(MultiPartProperties.BUFFER_THRESHOLD, MultiPartProperties.BUFFER_THRESHOLD_MEMORY_ONLY);
    }

    /** Listens. */
    public void start() throws Exception {
        connector.open();
        bound = connector.getLocalPort();
        address.bound(
                host.contains(":") ? "[" + host + "]" : host,
                InetAddress.getByName(host).isLoopbackAddress(),
                bound);
        server.start();
    }

    /** The port that was bound. */
    public int port() {
        return bound;
    }

    /** Refuses new requests and waits for those that are carried out. */
    public void stop(Duration patience) throws Exception {
        server.setStopTimeout(patience.toMillis());
        server.stop();
    }
}
