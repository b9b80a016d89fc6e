package io.memu4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.MemoryServiceFactory;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.inject.Any;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.spi.HealthCheckResponseProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Settings of MicroProfile Config, and the check for MicroProfile Health. */
class MicroProfileTest {
    private Config config;

    private Application start(Map<String, String> properties) {
        config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
        ConfigProviderResolver.instance()
                .registerConfig(config, Thread.currentThread().getContextClassLoader());
        return Application.start(Map.of(), Application.SignedIn.class);
    }

    @AfterEach
    void release() {
        ConfigProviderResolver.instance().releaseConfig(config);
    }

    @Test
    void an_application_without_a_bean_of_settings_is_configured_by_microprofile() throws Exception {
        Map<String, String> properties =
                Map.of("memu.agent", "gardener", "memu.database.url", "jdbc:h2:mem:mp", "memu.llm.provider", "none");
        try (Application application = start(properties)) {
            assertThat(application
                            .get(MemoryServiceFactory.class)
                            .admin()
                            .health()
                            .store()
                            .store())
                    .contains("H2");
            assertThat(application.serve("olga", () -> application
                            .get(io.memu4j.MemoryService.class)
                            .scope()
                            .agentId()))
                    .isEqualTo("gardener");
        }
    }

    @Test
    void health_is_up_while_the_database_answers() {
        HealthCheckResponse.setResponseProvider(new Responses());
        try (Application application = start(Map.of("memu.llm.provider", "none"))) {
            MemoryReadiness check = application
                    .beans()
                    .select(MemoryReadiness.class, Any.Literal.INSTANCE)
                    .get();
            HealthCheckResponse response = check.call();
            assertThat(response.getName()).isEqualTo("memu4j");
            assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        }
    }

    /** The part of a server that makes responses. */
    private static final class Responses implements HealthCheckResponseProvider {
        @Override
        public HealthCheckResponseBuilder createResponseBuilder() {
            return new HealthCheckResponseBuilder() {
                private String name;
                private boolean up;
                private final Map<String, Object> data = new java.util.HashMap<>();

                @Override
                public HealthCheckResponseBuilder name(String text) {
                    name = text;
                    return this;
                }

                @Override
                public HealthCheckResponseBuilder withData(String key, String value) {
                    data.put(key, value);
                    return this;
                }

                @Override
                public HealthCheckResponseBuilder withData(String key, long value) {
                    data.put(key, value);
                    return this;
                }

                @Override
                public HealthCheckResponseBuilder withData(String key, boolean value) {
                    data.put(key, value);
                    return this;
                }

                @Override
                public HealthCheckResponseBuilder up() {
                    return status(true);
                }

                @Override
                public HealthCheckResponseBuilder down() {
                    return status(false);
                }

                @Override
                public HealthCheckResponseBuilder status(boolean isUp) {
                    up = isUp;
                    return this;
                }

                @Override
                public HealthCheckResponse build() {
                    return new HealthCheckResponse(
                            name,
                            up ? HealthCheckResponse.Status.UP : HealthCheckResponse.Status.DOWN,
                            java.util.Optional.of(data));
                }
            };
        }
    }
}
