package io.memu4j.server.api.view;

import io.memu4j.admin.MemoryAdmin.Health;
import org.jspecify.annotations.Nullable;

/** The state of the database and the embedding model, for an operator. */
public record HealthView(boolean up, String store, @Nullable String problem, @Nullable String embeddingModel) {
    /** The view of a state. */
    public static HealthView of(Health health) {
        return new HealthView(
                health.isUp(), health.store().store(), health.store().problem(), health.embeddingModel());
    }
}
