package io.memu4j.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.error.ConfigurationException;
import io.memu4j.server.RunningServer.Answer;
import io.memu4j.server.api.MemoryGate;
import io.memu4j.server.api.Permission;
import io.memu4j.server.credential.ApiKeys;
import io.memu4j.server.credential.KeyTable;
import io.memu4j.server.http.Limits;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLifeTest {
    private static final String ME = "/v1/agents/assistant";

    @TempDir
    java.nio.file.Path folder;

    /** A resource of somebody else, as MCP is. */
    @Path("/extra")
    public static final class Extra {
        private final MemoryGate gate;
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch mayLeave = new CountDownLatch(1);

        Extra(MemoryGate gate) {
            this.gate = gate;
        }

        @GET
        public String count(@Context SecurityContext who) {
            return "items "
                    + gate.open(who.getUserPrincipal(), "assistant", Permission.READ)
                            .counts()
                            .items();
        }

        @GET
        @Path("wait")
        public String hold() throws InterruptedException {
            entered.countDown();
            mayLeave.await();
            return "done";
        }
    }

    @Test
    void an_extension_gets_the_memory_of_the_caller_behind_the_same_checks() {
        try (RunningServer server =
                new RunningServer(folder, builder -> builder.with(gate -> Set.of(new Extra(gate))))) {
            server.post(server.ana, ME + "/items", "{\"text\": \"Ana fences.\"}");
            assertThat(server.get(server.ana, "/extra").text()).isEqualTo("items 1");
            assertThat(server.get(server.bo, "/extra").text()).isEqualTo("items 0");
            assertThat(server.get(null, "/extra").status()).isEqualTo(401);
            assertThat(server.get(server.operator, "/extra").status()).isEqualTo(403);
        }
    }

    private static Set<Object> held(Extra[] kept, MemoryGate gate) {
        kept[0] = new Extra(gate);
        return Set.of(kept[0]);
    }

    @Test
    void stopping_finishes_what_is_carried_out_and_refuses_the_rest() throws Exception {
        Extra[] extra = new Extra[1];
        RunningServer server = new RunningServer(folder, builder -> builder.with(gate -> held(extra, gate)));
        var held = CompletableFuture.supplyAsync(() -> server.get(server.ana, "/extra/wait"));
        extra[0].entered.await();
        var stopped = CompletableFuture.runAsync(server.server::close);
        int late = 200;
        while (late == 200) { // until the stop has begun
            try {
                late = server.send(server.request(server.ana, ME + "/items")
                                .timeout(Duration.ofSeconds(5))
                                .GET())
                        .status();
            } catch (UncheckedIOException e) {
                late = 503; // a new connection is not accepted any more, or nobody answers on it
            }
        }
        assertThat(late).isEqualTo(503);
        assertThat(stopped).isNotDone();
        extra[0].mayLeave.countDown();
        assertThat(held.join().text()).isEqualTo("done");
        stopped.join();
        server.memories.close();
    }

    @Test
    void one_credential_cannot_take_the_place_of_others() throws Exception {
        Extra[] extra = new Extra[1];
        try (RunningServer server =
                new RunningServer(folder, builder -> builder.limits(Limits.USUAL.withRequests(20, 2, 1))
                        .with(gate -> held(extra, gate)))) {
            var held = CompletableFuture.supplyAsync(() -> server.get(server.bo, "/extra/wait"));
            extra[0].entered.await();
            assertThat(server.get(server.bo, ME + "/items").status()).isEqualTo(429);
            assertThat(server.get(server.ana, ME + "/items").status()).isEqualTo(200);
            extra[0].mayLeave.countDown();
            held.join();

            String source = "{\"key\": \"k\", \"text\": \"The gate is green.\"}";
            server.post(server.ana, ME + "/memorize", source);
            server.post(server.ana, ME + "/memorize", source);
            Answer third = server.post(server.ana, ME + "/memorize", source);
            assertThat(third.status()).isEqualTo(429);
            assertThat(Integer.parseInt(third.header("Retry-After"))).isPositive();
            int refused = 0;
            for (int n = 0; n < 30; n++) {
                refused += server.get(server.ana, ME + "/items").status() == 429 ? 1 : 0;
            }
            assertThat(refused).isPositive();
        }
    }

    @Test
    void without_credentials_it_serves_one_user_of_this_machine_alone() {
        try (MemoryServiceFactory memories = MemoryServiceFactory.builder()
                .database(DatabaseConfig.memory())
                .llm(LlmConfig.none())
                .build()) {
            assertThatThrownBy(() ->
                            MemuServer.builder(memories).bind("127.0.0.1", 0).start())
                    .isInstanceOf(ConfigurationException.class);
            assertThatThrownBy(() -> MemuServer.builder(memories)
                            .bind("0.0.0.0", 0)
                            .userOfThisMachine("ana", Set.of("assistant"))
                            .start())
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("this machine only");
            assertThatThrownBy(() -> MemuServer.builder(memories)
                            .bind("127.0.0.1", 0)
                            .keys(keys(Clock.systemUTC()))
                            .userOfThisMachine("ana", Set.of("assistant"))
                            .start())
                    .isInstanceOf(ConfigurationException.class);
        }
    }

    private ApiKeys keys(Clock clock) {
        return new ApiKeys(new KeyTable("jdbc:sqlite:" + folder.resolve("k.db"), null, null), clock);
    }

    @Test
    void a_key_is_good_until_it_expires_or_is_revoked() {
        Instant now = Instant.parse("2026-05-12T10:00:00Z");
        ApiKeys.Created made = keys(Clock.fixed(now, ZoneOffset.UTC))
                .create("ana", Set.of("assistant"), RunningServer.ALL, Duration.ofDays(1));
        assertThat(keys(Clock.fixed(now.plus(Duration.ofHours(23)), ZoneOffset.UTC))
                        .caller(made.key()))
                .isPresent();
        assertThat(keys(Clock.fixed(now.plus(Duration.ofHours(25)), ZoneOffset.UTC))
                        .caller(made.key()))
                .isEmpty();
        ApiKeys keys = keys(Clock.fixed(now, ZoneOffset.UTC));
        assertThat(keys.caller(made.key())).isPresent();
        assertThat(keys.revoke(made.known().id())).isTrue();
        assertThat(keys.caller(made.key())).isEmpty();
        assertThat(keys.anyValid()).isFalse();
        assertThat(made.toString() + keys.list())
                .doesNotContain("ana")
                .doesNotContain(made.key().substring(18));
    }

    @Test
    void the_page_of_a_module_is_served_without_a_credential_and_nothing_beside_it() {
        try (RunningServer server = new RunningServer(folder)) {
            Answer page = server.get(null, "/ui/");
            assertThat(page.text()).contains("Memory</title>");
            assertThat(page.header("Content-Type")).startsWith("text/html");
            assertThat(page.header("Content-Security-Policy"))
                    .contains("script-src 'self'")
                    .contains("require-trusted-types-for");
            assertThat(server.get(null, "/ui/page.js").header("Content-Type")).contains("javascript");
            assertThat(server.get(null, "/ui").status()).isEqualTo(302);
            for (String other : new String[] {"/ui/nothing", "/ui/..%2f..%2fMANIFEST.MF", "/ui/page.js/x"}) {
                Answer refused = server.get(null, other);
                assertThat(refused.status()).as(other).isIn(400, 404);
                assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            }
            assertThat(server.post(null, "/ui/", "").status()).isEqualTo(405);
        }
    }

    @Test
    void security_headers_are_on_every_answer() {
        try (RunningServer server = new RunningServer(folder)) {
            for (Answer answer : new Answer[] {
                server.get(server.ana, ME + "/items"),
                server.get(null, ME + "/items"),
                server.get(server.ana, "/nowhere"),
                server.send(server.request(server.ana, ME + "/retrieve").POST(BodyPublishers.noBody()))
            }) {
                assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(answer.header("Cache-Control")).contains("no-store");
                assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
                assertThat(answer.header("Server")).isEmpty();
                assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            }
        }
    }
}
