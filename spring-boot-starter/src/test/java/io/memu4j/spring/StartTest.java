package io.memu4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.ScopeProvider;
import io.memu4j.error.ConfigurationException;
import io.memu4j.error.SchemaOutOfDateException;
import io.memu4j.error.StoreException;
import io.memu4j.memorize.MemorizeRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** How applications without a web server start, and end. */
class StartTest {
    @TempDir
    private Path folder;

    private static ConfigurableApplicationContext start(Class<?> application, String... settings) {
        String[] all = Stream.concat(
                        Stream.of(
                                "logging.level.root=OFF",
                                "spring.main.banner-mode=off",
                                "spring.liquibase.enabled=false"),
                        Stream.of(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .run(all);
    }

    private String file() {
        return "memu.database.url=jdbc:h2:file:" + folder.resolve("memory");
    }

    @Test
    void memory_is_kept_over_a_restart() {
        String[] settings = {file(), "memu.llm.provider=none"};
        try (ConfigurableApplicationContext first = start(WithUser.class, settings)) {
            first.getBean(MemoryService.class).memorize(MemorizeRequest.text("orders", "I ordered a kettle."));
        }
        try (ConfigurableApplicationContext second = start(WithUser.class, settings)) {
            assertThat(second.getBean(MemoryService.class).retrieve("kettle").passages())
                    .hasSize(1);
        }
    }

    @Test
    void a_database_that_is_down_at_the_start_is_found_when_it_returns() {
        try (ConfigurableApplicationContext application =
                start(WithSwitchedDatabase.class, "memu.database.migrate=on-open", "memu.llm.provider=none")) {
            HealthIndicator health = application.getBean("memuHealthIndicator", HealthIndicator.class);
            MemoryService memory = application.getBean(MemoryService.class);
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThatThrownBy(memory::counts).isInstanceOf(StoreException.class);
            application.getBean(SwitchedDataSource.class).on = true;
            while (health.health().getStatus().equals(Status.DOWN)) {
                Thread.onSpinWait(); // calls fail at once for two seconds
            }
            assertThat(memory.counts().isEmpty()).isTrue();
            application.getBean(SwitchedDataSource.class).on = false;
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        }
    }

    @Test
    void the_memory_is_closed_before_the_data_source() {
        List<String> closed = new ArrayList<>();
        MemoryServiceFactory factory;
        try (ConfigurableApplicationContext application = start(
                WithSwitchedDatabase.class,
                "memu.database.migrate=on-open",
                "memu.llm.provider=none",
                "test.on=true")) {
            factory = application.getBean(MemoryServiceFactory.class);
            application.getBean(SwitchedDataSource.class).whenClosed = () -> {
                assertThatThrownBy(factory::admin)
                        .isInstanceOf(ConfigurationException.class)
                        .hasMessageContaining("closed");
                closed.add("data source");
            };
        }
        assertThat(closed).containsExactly("data source");
    }

    @Test
    void a_schema_that_nobody_migrated_ends_the_start_and_names_the_setting() {
        assertThatThrownBy(() -> start(WithUser.class, "spring.datasource.url=jdbc:h2:mem:empty"))
                .hasRootCauseInstanceOf(SchemaOutOfDateException.class)
                .satisfies(failure -> assertThat(
                                new MemoryFailureAnalyzer().analyze(failure).getAction())
                        .contains("memu.database.migrate=on-open"));
    }

    @Test
    void an_application_without_a_database_is_told_what_to_set() {
        assertThatThrownBy(() -> start(WithoutDatabase.class))
                .hasRootCauseInstanceOf(ConfigurationException.class)
                .satisfies(failure -> assertThat(
                                new MemoryFailureAnalyzer().analyze(failure).getDescription())
                        .contains("memu.database.url"));
    }

    @Test
    void a_chat_model_among_the_beans_is_used_unless_a_setting_names_models() {
        try (ConfigurableApplicationContext application = start(WithChatModel.class, file())) {
            application.getBean(MemoryService.class).memorize(MemorizeRequest.text("orders", "I ordered a kettle."));
            assertThat(application.getBean(Listening.class).requests).hasSize(1);
        }
        try (ConfigurableApplicationContext application =
                start(WithChatModel.class, file(), "memu.llm.provider=none")) {
            application.getBean(MemoryService.class).memorize(MemorizeRequest.text("visits", "I met Bo."));
            assertThat(application.getBean(Listening.class).requests).isEmpty();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class WithUser {
        @Bean
        ScopeProvider user() {
            return () -> "ada";
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
    static class WithoutDatabase {}

    @Configuration(proxyBeanMethods = false)
    static class WithSwitchedDatabase extends WithUser {
        @Bean
        SwitchedDataSource database(
                @org.springframework.beans.factory.annotation.Value("${test.on:false}") boolean on) {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL("jdbc:h2:mem:" + java.util.UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            SwitchedDataSource source = new SwitchedDataSource(h2);
            source.on = on;
            return source;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithChatModel extends WithUser {
        @Bean
        Listening model() {
            return new Listening();
        }
    }

    /** Finds nothing worth remembering. */
    static final class Listening implements ChatModel {
        private final List<ChatRequest> requests = new ArrayList<>();

        @Override
        public ChatResponse doChat(ChatRequest request) {
            requests.add(request);
            return ChatResponse.builder()
                    .aiMessage(dev.langchain4j.data.message.AiMessage.from("{\"caption\": null, \"items\": []}"))
                    .build();
        }
    }

    /** A database that does not answer until it is switched on. */
    static final class SwitchedDataSource extends DelegatingDataSource implements AutoCloseable {
        private volatile boolean on;
        private Runnable whenClosed = () -> {};

        SwitchedDataSource(DataSource target) {
            super(target);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (!on) {
                throw new SQLException("The database is switched off.", "08001");
            }
            return super.getConnection();
        }

        @Override
        public void close() {
            whenClosed.run();
        }
    }
}
