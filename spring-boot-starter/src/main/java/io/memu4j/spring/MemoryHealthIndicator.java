package io.memu4j.spring;

import io.memu4j.MemoryServiceFactory;
import io.memu4j.admin.StoreHealth;
import io.memu4j.error.MemoryException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Asks the database of the memory whether it responds. A memory that could not be opened yet is tried again. */
record MemoryHealthIndicator(MemoryServiceFactory factory) implements HealthIndicator {
    @Override
    public Health health() {
        try {
            StoreHealth store = factory.admin().health().store();
            return (store.isUp() ? Health.up() : Health.down().withDetail("problem", String.valueOf(store.problem())))
                    .withDetail("store", store.store())
                    .build();
        } catch (MemoryException e) {
            return Health.down()
                    .withDetail("problem", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
