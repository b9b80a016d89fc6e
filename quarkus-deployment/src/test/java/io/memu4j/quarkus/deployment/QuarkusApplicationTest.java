package io.memu4j.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.AfterCommit;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.error.MissingScopeException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.model.MemoryScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application with users who sign in, and memory in its own H2 database, whose connections take part in its transactions. */
class QuarkusApplicationTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClass(Notes.class)
                    .addAsResource(new StringAsset("ada=secret\ngrace=secret\n"), "users.properties")
                    .addAsResource(new StringAsset("ada=user\ngrace=user\n"), "roles.properties"))
            .overrideConfigKey("quarkus.http.test-port", "0")
            .overrideConfigKey("quarkus.http.auth.basic", "true")
            .overrideConfigKey("quarkus.security.users.file.enabled", "true")
            .overrideConfigKey("quarkus.security.users.file.plain-text", "true")
            .overrideConfigKey("quarkus.security.users.file.users", "users.properties")
            .overrideConfigKey("quarkus.security.users.file.roles", "roles.properties")
            .overrideConfigKey("quarkus.datasource.db-kind", "h2")
            .overrideConfigKey("quarkus.datasource.jdbc.url", "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1")
            .overrideConfigKey("memu.database.migrate", "on-open")
            .overrideConfigKey("memu.llm.provider", "none")
            .overrideConfigKey("memu.agent", "shop");

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TestHTTPResource("/")
    URI address;

    @Inject
    MemoryServiceFactory memories;

    @Inject
    MemoryService callers;

    @Inject
    AfterCommit afterCommit;

    @Test
    void interleaved_requests_of_two_users_see_their_own_memories_only() throws Exception {
        List<String> users = List.of("ada", "grace");
        for (String user : users) {
            assertThat(post(user, "notes", "The " + user + " kettle is mine.").statusCode())
                    .isEqualTo(204);
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String user = users.get(i % 2);
                answers.add(threads.submit(() -> get(user, "notes?question=kettle")));
            }
            for (int i = 0; i < 200; i++) {
                assertThat(answers.get(i).get().body())
                        .contains("The " + users.get(i % 2) + " kettle")
                        .doesNotContain("The " + users.get((i + 1) % 2) + " kettle");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(memories.service("ada", "shop").counts().resources()).isEqualTo(1);
    }

    @Test
    void a_request_without_a_user_reads_nothing() throws Exception {
        assertThat(get("", "notes?question=kettle").statusCode()).isEqualTo(500);
        assertThatThrownBy(callers::counts).isInstanceOf(MissingScopeException.class);
    }

    @Test
    void memory_is_read_and_written_within_a_transaction_of_the_caller() {
        MemoryService bo = memories.service("bo", "shop");
        QuarkusTransaction.requiringNew().run(() -> {
            bo.memorize(MemorizeRequest.text("orders", "I ordered a copper kettle."));
            assertThat(bo.retrieve("kettle").passages()).hasSize(1);
        });
    }

    @Test
    void what_waits_for_the_commit_is_not_remembered_after_a_rollback() throws Exception {
        MemoryScope cleo = new MemoryScope("cleo", "shop");
        List<CompletableFuture<MemorizeResult>> memorized = new ArrayList<>();
        QuarkusTransaction.requiringNew()
                .run(() -> memorized.add(
                        afterCommit.memorize(cleo, MemorizeRequest.text("first", "I ordered a copper kettle."))));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    memorized.add(
                            afterCommit.memorize(cleo, MemorizeRequest.text("second", "I ordered a silver spoon.")));
                    throw new IllegalArgumentException("We sell kettles only.");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(memorized.get(0).get().resource().sourceKey()).isEqualTo("first");
        assertThat(memorized.get(1)).isCancelled();
        assertThat(memories.service(cleo).counts().resources()).isEqualTo(1);
    }

    @Test
    void the_health_names_the_store() throws Exception {
        assertThat(get("", "q/health").body()).contains("memu4j").contains("H2").contains("UP");
    }

    private HttpResponse<String> get(String user, String path) throws Exception {
        return CLIENT.send(request(user, path).GET().build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String user, String path, String body) throws Exception {
        return CLIENT.send(
                request(user, path).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String user, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        String credentials = user + ":secret";
        return user.isEmpty()
                ? request
                : request.header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    @Path("/notes")
    @PermitAll
    public static class Notes {
        @Inject
        MemoryService memory;

        @POST
        public void remember(String text) {
            memory.memorize(MemorizeRequest.text("note", text));
        }

        @GET
        public String recall(@QueryParam("question") String question) {
            return memory.retrieve(question).passages().stream()
                    .map(hit -> hit.value().text())
                    .toList()
                    .toString();
        }
    }
}
