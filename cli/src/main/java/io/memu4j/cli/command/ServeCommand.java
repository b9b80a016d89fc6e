package io.memu4j.cli.command;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.cli.option.CommonOptions;
import io.memu4j.cli.option.KeyOptions;
import io.memu4j.cli.option.TokenOptions;
import io.memu4j.cli.option.UsageException;
import io.memu4j.cli.view.Console;
import io.memu4j.config.ResourcePolicy;
import io.memu4j.error.ConfigurationException;
import io.memu4j.observe.MemoryObserver;
import io.memu4j.server.MemuServer;
import io.memu4j.server.credential.ApiKeys;
import io.memu4j.server.mcp.McpExtension;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves memory over HTTP until the process is told to end. */
@Command(
        name = "serve",
        description =
                "Serve memory over HTTP. Without API keys and tokens: on this machine only, for the user of --user.")
final class ServeCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 8765;

    private final CommonOptions options;
    private final Console console;

    @Option(names = "--listen", paramLabel = "ADDRESS", description = "The address to listen on (default: 127.0.0.1).")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", description = "The port, or 0 for a free one (default: 8765).")
    private int port = USUAL_PORT;

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "How others reach the server, through a proxy that ends TLS: https://HOST.")
    private @Nullable String publicUrl;

    @Option(
            names = "--metrics",
            description =
                    "Serve metrics for Prometheus at /metrics, to the keys of operators; without keys, to this user.")
    private boolean metrics;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private TokenOptions tokens = new TokenOptions();

    ServeCommand(CommonOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        options.scope();
        if (port < 0 || port > 65_535) {
            throw new UsageException("--port is " + port + ". Expected 0 to 65535.");
        }
        ServerLog.to(console);
        try (ServedMetrics measured = metrics ? new ServedMetrics() : null;
                MemoryServiceFactory memories = OpenMemory.forWriting(
                        options,
                        ResourcePolicy.off(),
                        measured == null ? MemoryObserver.NONE : measured.observer(),
                        console);
                MemuServer server = configured(memories, measured).start()) {
            Thread end = new Thread(() -> close(server, memories), "memu-end");
            Runtime.getRuntime().addShutdownHook(end);
            console.print("memu serves at " + server.address());
            console.print("a page for people is at " + server.address() + "/ui/");
            try {
                new CountDownLatch(1).await(); // a signal ends the process here
            } finally {
                Runtime.getRuntime().removeShutdownHook(end); // a test ended the thread
            }
            return 0;
        }
    }

    private static void close(MemuServer server, MemoryServiceFactory memories) {
        server.close();
        memories.close();
    }

    private MemuServer.Builder configured(MemoryServiceFactory memories, @Nullable ServedMetrics measured) {
        MemuServer.Builder builder =
                MemuServer.builder(memories).bind(host, port).with(new McpExtension(memories));
        try {
            if (measured != null) {
                builder.metrics(measured::text);
            }
            if (publicUrl != null) {
                builder.publicUrl(publicUrl);
            }
            keys.existing(options.database()).filter(ApiKeys::anyValid).ifPresent(builder::keys);
            tokens.config().ifPresent(builder::tokens);
            String user = options.namedUser();
            if (user != null) {
                builder.userOfThisMachine(user, Set.of(options.scope().agentId()));
            }
            builder.requireClosed();
            return builder;
        } catch (ConfigurationException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
