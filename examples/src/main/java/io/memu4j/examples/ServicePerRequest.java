package io.memu4j.examples;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A server with many users: one factory for the application, one light service per request, nothing to cache or close per user. */
public final class ServicePerRequest implements AutoCloseable {
    private static final List<String> TOWNS =
            List.of("Oslo", "Porto", "Quito", "Riga", "Sofia", "Turin", "Uppsala", "Vigo");

    private final MemoryServiceFactory memu;

    ServicePerRequest(Path database) {
        memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.sqlite(database))
                .build();
    }

    // region service-per-request
    /** Answers a request of an authenticated user; any number of threads at once. */
    RetrieveResult onMessage(String userId, String text) {
        MemoryService memory = memu.service(userId, "support"); // costs nothing: no I/O, no lookup
        RetrieveResult recalled = memory.retrieve(RetrieveRequest.of(text).withTopK(3));
        memory.memorize(MemorizeRequest.append("support-chat", List.of(ConversationMessage.user(text))));
        return recalled;
    }
    // endregion

    @Override
    public void close() {
        memu.close();
    }

    public static void main(String[] args) throws Exception {
        Path database = Example.folder(args).resolve("memu.db");
        try (ServicePerRequest server = new ServicePerRequest(database)) {
            List<RetrieveResult> recalled = serve(server, TOWNS);
            for (int i = 0; i < TOWNS.size(); i++) {
                System.out.println("user-" + i + ": "
                        + recalled.get(i).passages().get(0).value().text());
            }
        }
    }

    /** Serves a user per town, all at once: each says where they live, then asks. */
    static List<RetrieveResult> serve(ServicePerRequest server, List<String> towns)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<RetrieveResult>> answers = new ArrayList<>();
            for (int i = 0; i < towns.size(); i++) {
                String user = "user-" + i;
                String town = towns.get(i);
                answers.add(threads.submit(() -> {
                    server.onMessage(user, "I live in " + town + ".");
                    return server.onMessage(user, "In which town do I live?");
                }));
            }
            List<RetrieveResult> recalled = new ArrayList<>();
            for (Future<RetrieveResult> answer : answers) {
                recalled.add(answer.get());
            }
            return recalled;
        } finally {
            threads.shutdown();
        }
    }
}
