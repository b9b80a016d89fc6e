package io.memu4j.store.jpa.entity;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import java.util.Locale;

/**
 * The columns of a vector that a reader of many needs, selected without the entity around them; with its scope, so that it is compared
 * like an entity.
 */
public record VectorColumns(String userId, String agentId, String ownerKind, String ownerId, float[] vector)
        implements Scoped {
    /** What to select, with {@code r} for the row. */
    public static final String SELECT =
            "select r.key.userId, r.key.agentId, r.key.ownerKind, r.key.ownerId, r.vector from EmbeddingRow r"
                    + " where own(r)";

    /** The vector, in {@code space}, which is the row's. */
    public Embedding toEmbedding(EmbeddingSpace space) {
        return new Embedding(OwnerKind.valueOf(ownerKind.toUpperCase(Locale.ROOT)), ownerId, space, vector);
    }
}
