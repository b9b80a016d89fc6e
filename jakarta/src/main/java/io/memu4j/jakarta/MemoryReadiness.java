package io.memu4j.jakarta;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.MemoryAdmin.Health;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells MicroProfile Health whether the memory answers. */
@Readiness
@ApplicationScoped
class MemoryReadiness implements HealthCheck {
    @Inject
    @SuppressWarnings("NullAway.Init") // the container sets it
    MemoryServiceFactory memory;

    /** For the container. */
    MemoryReadiness() {}

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("memu4j");
        try {
            Health health = memory.admin().health();
            answer.status(health.isUp()).withData("database", health.store().store());
            if (health.store().problem() != null) {
                answer.withData("problem", health.store().problem());
            }
        } catch (RuntimeException e) { // the memory could not be opened: whatever is wrong is the answer
            answer.down().withData("problem", e.getClass().getSimpleName());
        }
        return answer.build();
    }
}
