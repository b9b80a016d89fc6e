package io.memu4j.spi.store;

import io.memu4j.model.EmbeddingSpace;

/**
 * A vector of something in a scope.
 *
 * @param ownerId id of the passage, item, category or resource
 * @param vector {@code float[dimension]} of its space; shared, never changed
 */
@SuppressWarnings(
        "ArrayRecordComponent") // a vector is compared by nobody and copied by nobody: 100,000 of them pass through
// here
public record Embedding(OwnerKind ownerKind, String ownerId, EmbeddingSpace space, float[] vector) {
    /** @throws IllegalArgumentException when the vector's length is not the space's dimension */
    public Embedding {
        if (vector.length != space.dimension()) {
            throw new IllegalArgumentException(
                    "A vector of " + vector.length + " floats is not of the space " + space.key() + ".");
        }
    }

    @Override
    public String toString() {
        return "Embedding[" + ownerKind + " " + ownerId + ", " + space.key() + "]";
    }
}
