package io.memu4j.examples.ee;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The application on WildFly: one server for all tests, with a memory that is empty at the beginning of each. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WildflyIT {
    private static Server server;

    @BeforeAll
    static void start() throws Exception {
        server = new Server();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static String ok(String user, String method, String path, String body) throws Exception {
        HttpResponse<String> response = server.send(user, method, path, body);
        assertThat(response.statusCode()).as(method + " " + path + ": " + response.body()).isBetween(200, 299);
        return response.body();
    }

    private static void forgetBoth() throws Exception {
        ok("ana", "DELETE", "chat", "");
        ok("ben", "DELETE", "chat", "");
    }

    @Test
    @Order(1)
    void nobody_is_let_in() throws Exception {
        assertThat(server.send(null, "GET", "chat", "").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void two_users_on_eight_threads_never_see_each_other() throws Exception {
        forgetBoth();
        ok("ana", "POST", "chat", "I am afraid of spiders, and they call me ana.");
        ok("ben", "POST", "chat", "I am afraid of spiders, and they call me ben.");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String user = i % 2 == 0 ? "ana" : "ben";
                String message = i % 20 < 2 ? "I am afraid of dogs too, says " + user + "." : "What am I afraid of?";
                answers.add(threads.submit(() -> ok(user, "POST", "chat", message)));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get())
                        .contains(i % 2 == 0 ? "ana" : "ben")
                        .doesNotContain(i % 2 == 0 ? "ben" : "ana");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Order(3)
    void an_order_is_remembered_when_its_transaction_commits() throws Exception {
        forgetBoth();
        ok("ana", "POST", "orders/a" + System.nanoTime(), "I ordered a purple kite for my daughter Mina.");
        while (ok("ana", "GET", "chat", "").startsWith("0 ")) {
            Thread.onSpinWait(); // the server memorizes in the background
        }
        assertThat(ok("ana", "POST", "chat", "Who gets the kite?")).contains("Mina");
    }

    @Test
    @Order(4)
    void an_order_that_is_rolled_back_leaves_no_ghost() throws Exception {
        forgetBoth();
        String id = "b" + System.nanoTime();
        assertThat(server.send("ana", "POST", "orders/" + id + "?fail=true", "I ordered a purple kite for Mina.")
                        .statusCode())
                .isEqualTo(500);
        assertThat(ok("ana", "GET", "orders/" + id, "")).isEqualTo("false");
        ok("ana", "POST", "orders/c" + id, "I ordered a red boat for my nephew.");
        while (ok("ana", "GET", "chat", "").startsWith("0 ")) {
            Thread.onSpinWait();
        }
        assertThat(ok("ana", "GET", "chat", "")).endsWith("of 1 sources");
    }

    @Test
    @Order(5)
    void what_was_acknowledged_survives_a_killed_server() throws Exception {
        forgetBoth();
        ok("ben", "POST", "chat", "I am afraid of spiders.");
        server.killAndStart();
        assertThat(ok("ben", "POST", "chat", "What am I afraid of?")).contains("spiders");
        assertThat(ok("ana", "POST", "chat", "What am I afraid of?")).doesNotContain("spiders");
    }

    @Test
    @Order(6)
    void five_redeployments_leave_nothing_behind() throws Exception {
        forgetBoth();
        ok("ben", "POST", "chat", "I am afraid of spiders.");
        server.redeploy();
        ok("ben", "POST", "chat", "What am I afraid of?");
        long first = server.metaspace();
        List<Long> later = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            server.redeploy();
            assertThat(ok("ben", "POST", "chat", "What am I afraid of?")).contains("spiders");
            later.add(server.metaspace());
        }
        System.out.println("metaspace, KB: " + first + ", then " + later);
        assertThat(later.get(4) - later.get(1)).as("metaspace of 3 redeployments, KB: " + first + " " + later).isLessThan(15_000);
    }
}
