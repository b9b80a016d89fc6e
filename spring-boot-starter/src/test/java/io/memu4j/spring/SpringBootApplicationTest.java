package io.memu4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.ScopeProvider;
import io.memu4j.error.MissingScopeException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An application on a database of its own, whose Liquibase makes its tables, and into which the memory goes as well. */
class SpringBootApplicationTest {
    private static Running application;

    @BeforeAll
    static void start() {
        application = Running.start(
                TestApplication.class,
                "spring.datasource.url=jdbc:h2:mem:shop",
                "spring.liquibase.change-log=classpath:orders.xml",
                "memu.database.migrate=on-open",
                "memu.agent=shop");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void interleaved_requests_of_two_users_see_their_own_memories_only() throws Exception {
        List<String> users = List.of("ada", "grace");
        for (String user : users) {
            assertThat(application
                            .post(user, "/notes?source=s", "The " + user + " kettle is mine.")
                            .statusCode())
                    .isEqualTo(200);
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String user = users.get(i % 2);
                answers.add(threads.submit(() -> application.get(user, "/notes?question=kettle")));
            }
            for (int i = 0; i < 200; i++) {
                assertThat(answers.get(i).get().body())
                        .contains("The " + users.get(i % 2) + " kettle")
                        .doesNotContain("The " + users.get((i + 1) % 2) + " kettle");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_agent_is_that_of_the_settings() throws Exception {
        application.post("ada", "/notes?source=agent", "The agent is called shop.");
        MemoryServiceFactory factory = application.context().getBean(MemoryServiceFactory.class);
        assertThat(factory.service("ada", "shop").counts().isEmpty()).isFalse();
        assertThat(factory.service("ada", "default").counts().isEmpty()).isTrue();
    }

    @Test
    void a_request_without_a_user_reads_nothing() throws Exception {
        assertThat(application.get("", "/notes?question=kettle").statusCode()).isEqualTo(401);
        assertThat(application.get("", "/public?question=kettle").statusCode()).isEqualTo(500);
    }

    @Test
    void a_thread_without_a_user_reads_nothing() {
        MemoryService memory = application.context().getBean(MemoryService.class);
        assertThatThrownBy(memory::counts).isInstanceOf(MissingScopeException.class);
        assertThat(application.context().getBean(ScopeProvider.class).currentUser())
                .isNull();
    }

    @Test
    void a_memory_outlives_the_transaction_of_the_caller_that_is_rolled_back() throws Exception {
        TestApplication.Orders orders = application.context().getBean(TestApplication.Orders.class);
        long before = orders.count();
        assertThat(application
                        .post("grace", "/orders?afterCommit=false", "copper kettle")
                        .statusCode())
                .isEqualTo(200);
        assertThat(application
                        .post("grace", "/orders?afterCommit=false", "silver spoon")
                        .statusCode())
                .isEqualTo(500);
        assertThat(orders.count()).isEqualTo(before + 1);
        assertThat(application.get("grace", "/notes?question=spoon").body()).contains("silver spoon");
    }

    @Test
    void what_waits_for_the_commit_is_not_remembered_after_a_rollback() throws Exception {
        TestApplication.Orders orders = application.context().getBean(TestApplication.Orders.class);
        assertThat(application
                        .post("ada", "/orders?afterCommit=true", "iron kettle")
                        .statusCode())
                .isEqualTo(200);
        assertThat(application
                        .post("ada", "/orders?afterCommit=true", "iron fork")
                        .statusCode())
                .isEqualTo(500);
        assertThat(orders.memorized()).hasSize(2);
        assertThat(orders.memorized().get(0).get().resource().sourceKey()).contains("iron kettle");
        assertThat(orders.memorized().get(1)).isCancelled();
        assertThat(application.get("ada", "/notes?question=iron").body())
                .contains("iron kettle")
                .doesNotContain("iron fork");
    }

    @Test
    void the_health_names_the_store() throws Exception {
        assertThat(application.get("", "/actuator/health").body())
                .contains("\"memu\":{\"details\":{\"store\":\"H2")
                .contains("\"status\":\"UP\"");
    }
}
