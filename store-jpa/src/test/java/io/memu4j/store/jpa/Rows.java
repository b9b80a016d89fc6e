package io.memu4j.store.jpa;

import io.memu4j.internal.value.IdSource;
import io.memu4j.model.Category;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Values to store. */
final class Rows {
    static final EmbeddingSpace SPACE = new EmbeddingSpace("test-model", 3);
    private static final IdSource IDS = IdSource.uuidV7();
    private static final Instant NOW = Instant.parse("2026-05-04T10:15:30.123456Z");

    private Rows() {}

    static MemoryScope scope() {
        return new MemoryScope("user-" + UUID.randomUUID(), "agent");
    }

    static Resource resource(String key) {
        return resource(IDS.next(), 0, key, "Caption");
    }

    static Resource resource(String id, long version, String key, String caption) {
        return Resource.builder(id, key, Modality.CONVERSATION, "0".repeat(64), NOW)
                .version(version)
                .caption(caption)
                .byteSize(42)
                .fingerprint("local/1")
                .blobKey("blobs/" + id)
                .attributes(Map.of("topic", key))
                .build();
    }

    static Passage passage(Resource of, int index) {
        OffsetDateTime said = OffsetDateTime.parse("2026-05-04T12:00:00.654321+02:00");
        return Passage.builder(IDS.next(), of.id(), index, "Text " + index, NOW)
                .speaker("Ana")
                .role("user")
                .saidAt(said)
                .build();
    }

    static Category category(String name) {
        return category(IDS.next(), 0, name, "");
    }

    static Category category(String id, long version, String name, String summary) {
        return Category.builder(id, name, NOW)
                .version(version)
                .description("What belongs to it.")
                .summary(summary)
                .build();
    }

    static MemoryItem item(String summary, List<String> passageIds, List<String> categoryIds) {
        return item(IDS.next(), 0, summary, passageIds, categoryIds);
    }

    static MemoryItem item(String id, long version, String summary, List<String> passageIds, List<String> categoryIds) {
        return MemoryItem.builder(id, MemoryType.PROFILE, summary, NOW)
                .version(version)
                .passageIds(passageIds)
                .categoryIds(categoryIds)
                .build();
    }

    static Embedding vector(OwnerKind kind, String id, float x) {
        return new Embedding(kind, id, SPACE, new float[] {x, 1, 0});
    }
}
