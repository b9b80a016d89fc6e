package io.memu4j.store.memory;

import io.memu4j.model.OwnerKind;
import io.memu4j.spi.store.Embedding;

/** Whose vector. */
record Owner(OwnerKind kind, String id) {
    static Owner of(Embedding embedding) {
        return new Owner(embedding.ownerKind(), embedding.ownerId());
    }
}
