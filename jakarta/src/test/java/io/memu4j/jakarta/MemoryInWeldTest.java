package io.memu4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.MemoryAdmin;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.MissingScopeException;
import io.memu4j.error.StoreException;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.MemoryScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryInWeldTest {
    private static final Map<String, String> SETTINGS = Map.of(
            "memu.database.url", "jdbc:h2:mem:weld", "memu.llm.provider", "none", "memu.agent", "diary");

    @ApplicationScoped
    static class Diary {
        @Inject
        MemoryService memory;

        @Inject
        @MemoryAgent("cook")
        MemoryService recipes;

        void write(String key, String text) {
            memory.memorize(MemorizeRequest.text(key, text));
        }

        String read(String question) {
            return memory.retrieve(question).toPrompt();
        }

        MemoryScope scope() {
            return memory.scope();
        }

        MemoryScope recipesOf() {
            return recipes.scope();
        }
    }

    private static Application start(Map<String, String> settings) {
        return Application.start(
                settings, Diary.class, Application.Settings.class, Application.SignedIn.class);
    }

    @Test
    void one_bean_serves_two_hundred_requests_of_two_users_without_a_foreign_row() throws Exception {
        try (Application application = start(SETTINGS)) {
            Diary diary = application.get(Diary.class);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Future<String>> answers = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    int request = i;
                    String user = i % 2 == 0 ? "pavel" : "noor";
                    answers.add(threads.submit(() -> application.serve(user, () -> {
                        diary.write("entry-" + request / 20, "I am afraid of spiders, and they call me " + user + ".");
                        return diary.read("What am I afraid of?");
                    })));
                }
                for (int i = 0; i < answers.size(); i++) {
                    assertThat(answers.get(i).get())
                            .contains(i % 2 == 0 ? "pavel" : "noor")
                            .doesNotContain(i % 2 == 0 ? "noor" : "pavel");
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(application.get(MemoryAdmin.class).scopes(null, 10))
                    .extracting(scope -> scope.scope().userId())
                    .containsExactly("noor", "pavel");
        }
    }

    @Test
    void an_agent_is_named_by_the_settings_or_at_the_injection_point() throws Exception {
        try (Application application = start(SETTINGS)) {
            Diary diary = application.get(Diary.class);
            assertThat(application.serve("pavel", diary::scope)).isEqualTo(new MemoryScope("pavel", "diary"));
            assertThat(application.serve("pavel", diary::recipesOf)).isEqualTo(new MemoryScope("pavel", "cook"));
        }
    }

    @Test
    void a_request_of_nobody_reads_and_writes_nothing() {
        try (Application application = start(SETTINGS)) {
            Diary diary = application.get(Diary.class);
            assertThatThrownBy(() -> application.serve(null, () -> diary.read("Who?")))
                    .isInstanceOf(MissingScopeException.class);
            assertThatThrownBy(() -> application.serve(" ", () -> diary.read("Who?")))
                    .isInstanceOf(MissingScopeException.class);
            assertThat(application.get(MemoryAdmin.class).scopes(null, 10)).isEmpty();
        }
    }

    @Test
    void memory_is_there_after_a_restart(@TempDir Path folder) throws Exception {
        Map<String, String> inFile =
                Map.of("memu.database.url", "jdbc:sqlite:" + folder.resolve("memory.db"), "memu.llm.provider", "none");
        try (Application application = start(inFile)) {
            application.serve("noor", () -> {
                application.get(Diary.class).write("entry", "I am afraid of spiders.");
                return null;
            });
        }
        try (Application application = start(inFile)) {
            String found = application.serve("noor", () -> application.get(Diary.class).read("What am I afraid of?"));
            assertThat(found).contains("spiders");
        }
    }

    @Test
    void closing_the_container_closes_the_memory() {
        Application application = start(SETTINGS);
        MemoryService service = application.get(MemoryServiceFactory.class).service("noor", "diary");
        application.close();
        assertThatThrownBy(service::counts).isInstanceOf(StoreException.class);
    }

    @Test
    void a_data_source_that_nobody_has_fails_the_start() {
        assertThatThrownBy(() -> start(Map.of("memu.datasource", "java:comp/env/jdbc/Nobodys")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("java:comp/env/jdbc/Nobodys");
    }
}
