package io.memu4j.tck;

import io.memu4j.internal.value.IdSource;
import io.memu4j.model.Category;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.HappenedAt;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryItem.Origin;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.Versioned;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Values to store. Each call makes a new one, created a microsecond after the one before. */
final class Samples {
    static final EmbeddingSpace SPACE = new EmbeddingSpace("tck-model", 3);
    static final IdSource IDS = IdSource.uuidV7();
    static final HappenedAt IN_MAY = new HappenedAt(
            LocalDateTime.parse("2026-05-01T00:00"),
            LocalDateTime.parse("2026-06-01T00:00"),
            HappenedAt.Precision.MONTH);

    private static final Instant START = Instant.parse("2026-05-04T10:15:30.123456Z");
    private static final AtomicLong MADE = new AtomicLong();

    private Samples() {}

    static MemoryScope scope() {
        return new MemoryScope("user-" + UUID.randomUUID(), "agent");
    }

    static Instant now() {
        return START.plus(MADE.incrementAndGet(), ChronoUnit.MICROS);
    }

    static Resource resource(String sourceKey) {
        Instant now = now();
        return Resource.builder(IDS.next(), sourceKey, Modality.CONVERSATION, "0".repeat(64), now)
                .caption("A chat about " + sourceKey + ".")
                .byteSize(42)
                .fingerprint("local/1")
                .build();
    }

    /** The same with its copy under that key. */
    static Resource withCopy(Resource r, String blobKey) {
        return r.toBuilder().blobKey(blobKey).build();
    }

    static Passage passage(Resource resource, int index, String text) {
        return Passage.builder(IDS.next(), resource.id(), index, text, now())
                .speaker("Ana")
                .role("user")
                .saidAt(OffsetDateTime.parse("2026-05-04T12:00:00.654321+02:00"))
                .build();
    }

    static Category category(String name) {
        Instant now = now();
        return Category.builder(IDS.next(), name, now)
                .description("What belongs to " + name + ".")
                .build();
    }

    static MemoryItem item(String summary, Collection<Passage> cited, Collection<Category> linked) {
        Instant now = now();
        return MemoryItem.builder(IDS.next(), MemoryType.EVENT, summary, now)
                .happenedAt(IN_MAY)
                .origin(Origin.EXTRACTED)
                .passageIds(cited.stream().map(Passage::id).toList())
                .categoryIds(linked.stream().map(Category::id).toList())
                .build();
    }

    static MemoryItem item(String summary) {
        return item(summary, List.of(), List.of());
    }

    static Embedding vector(OwnerKind kind, String ownerId, float... values) {
        return new Embedding(kind, ownerId, new EmbeddingSpace("tck-model", values.length), values);
    }

    static Versioned at(Resource r) {
        return new Versioned(r.id(), r.version());
    }

    static Versioned at(MemoryItem i) {
        return new Versioned(i.id(), i.version());
    }

    /** The same with citations and links in the order of their ids, to compare by. */
    static MemoryItem sorted(MemoryItem i) {
        return i.toBuilder()
                .categoryIds(i.categoryIds().stream().sorted().toList())
                .passageIds(i.passageIds().stream().sorted().toList())
                .build();
    }
}
