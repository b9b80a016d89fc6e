package io.memu4j.spi.store;

import io.memu4j.model.EmbeddingSpace;

/**
 * A vector of a row in a scope.
 *
 * @param ownerKind the kind of row
 * @param ownerId the id of the passage, item, category or resource
 * @param space the model that made it, and its dimension
 * @param vector {@code float[dimension]} of its space; not copied, do not change it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; 100,000 of them pass through here, so no copies
public record Embedding(OwnerKind ownerKind, String ownerId, EmbeddingSpace space, float[] vector) {
    /**
     * Checks the length of the vector.
     *
     * @param ownerKind the kind of row
     * @param ownerId the id of the row
     * @param space the space of the vector
     * @param vector {@code float[dimension]}, not copied
     * @throws IllegalArgumentException if the length of the vector is not the dimension of the space
     */
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
