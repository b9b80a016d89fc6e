package io.memu4j.mcp;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.IsolationException;
import io.memu4j.memory.NewItem;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.PageRequest;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.tck.ScriptedModels;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** A memory of two users behind a server on loopback that knows three tokens. */
final class ServedMemory implements AutoCloseable {
    static final MemoryScope ANA = new MemoryScope("ana", "coder");
    static final MemoryScope BEN = new MemoryScope("ben", "coder");

    private static final Map<String, McpGrant> TOKENS = Map.of(
            "Bearer ana-token", McpGrant.all(ANA),
            "Bearer ben-token", McpGrant.all(BEN),
            "Bearer ana-reads", McpGrant.readOnly(ANA));

    final MemoryServiceFactory factory = MemoryServiceFactory.builder()
            .database(DatabaseConfig.memory())
            .llm(new ScriptedModels(null, null, null, new HashedWordsModel(64)))
            .build();

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    ServedMemory() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler();
        context.addServlet(new ServletHolder(McpServlet.of(factory, ServedMemory::grant)), "/mcp/*");
        server.setHandler(context);
        server.start();
    }

    /** The agent is in the path, if at all; the user is never anywhere but in the token. */
    private static @Nullable McpGrant grant(HttpServletRequest request) {
        McpGrant grant = TOKENS.get(request.getHeader("Authorization"));
        String path = request.getPathInfo();
        if (grant != null && path != null && !path.equals("/" + grant.scope().agentId())) {
            throw new IsolationException("The token does not reach the agent of the path.");
        }
        return grant;
    }

    String address() {
        return "http://127.0.0.1:" + connector.getLocalPort();
    }

    MemoryService of(MemoryScope scope) {
        return factory.service(scope);
    }

    String remember(MemoryScope scope, String statement) {
        return of(scope)
                .items()
                .create(NewItem.of(MemoryType.PROFILE, statement))
                .id();
    }

    List<String> statements(MemoryScope scope) {
        return of(scope).items().list(ItemFilter.ALL, PageRequest.first(100)).rows().stream()
                .map(MemoryItem::summary)
                .toList();
    }

    @Override
    public void close() throws Exception {
        server.stop();
        factory.close();
    }
}
