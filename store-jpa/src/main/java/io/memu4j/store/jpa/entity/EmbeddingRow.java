package io.memu4j.store.jpa.entity;

import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Locale;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.descriptor.java.Immutability;

/** A vector; replaced as a whole, never changed. */
@Entity
@Table(name = "memu_embeddings")
@Immutable
@Filter(name = Scoped.FILTER)
public final class EmbeddingRow implements Scoped {
    @EmbeddedId
    private EmbeddingKey key;

    private long revision;

    @Convert(converter = VectorConverter.class)
    @Mutability(Immutability.class)
    private float[] vector;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    EmbeddingRow() {}

    /** The row of a vector. */
    public static EmbeddingRow of(MemoryScope scope, Embedding embedding, long revision) {
        EmbeddingRow row = new EmbeddingRow();
        row.key = new EmbeddingKey(
                scope.userId(),
                scope.agentId(),
                embedding.ownerKind().key(),
                embedding.ownerId(),
                embedding.space().key());
        row.revision = revision;
        row.vector = embedding.vector();
        return row;
    }

    /** The vector of the row, in {@code space}, which is the row's. */
    public Embedding toEmbedding(EmbeddingSpace space) {
        OwnerKind kind = OwnerKind.valueOf(key.ownerKind().toUpperCase(Locale.ROOT));
        return new Embedding(kind, key.ownerId(), space, vector);
    }

    @Override
    public String userId() {
        return key.userId();
    }

    @Override
    public String agentId() {
        return key.agentId();
    }
}
