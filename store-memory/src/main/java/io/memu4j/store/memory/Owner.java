package io.memu4j.store.memory;

import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;

/** Whose vector. */
record Owner(OwnerKind kind, String id) {
    static Owner of(Embedding embedding) {
        return new Owner(embedding.ownerKind(), embedding.ownerId());
    }
}
