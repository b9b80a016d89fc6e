package io.memu4j.internal.search;

import io.memu4j.model.Category;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.MemoryType;
import io.memu4j.model.Modality;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.SearchFilter;
import io.memu4j.spi.search.ScopeSearcher;
import io.memu4j.spi.search.SearchHit;
import io.memu4j.spi.search.SearchQuery;
import io.memu4j.spi.search.SearchSession;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows and questions for tests. */
public final class Sample {
    public static final Instant TIME = Instant.parse("2026-05-01T10:00:00Z");
    public static final EmbeddingSpace SPACE = new EmbeddingSpace("axes", 3);
    public static final ZonedDateTime NOW = ZonedDateTime.parse("2026-05-02T10:00:00Z");

    private Sample() {}

    public static Resource resource(String id, String caption, Map<String, String> attributes) {
        return Resource.builder(id, id, Modality.CONVERSATION, "", TIME)
                .version(1)
                .url("file:/" + id + ".txt")
                .caption(caption)
                .byteSize(1)
                .fingerprint("")
                .attributes(attributes)
                .build();
    }

    public static Passage passage(String id, String resourceId, int index, @Nullable String speaker, String text) {
        return Passage.builder(id, resourceId, index, text, TIME)
                .speaker(speaker)
                .role("user")
                .saidAt(OffsetDateTime.parse("2026-05-01T10:00:00Z"))
                .build();
    }

    public static MemoryItem item(String id, MemoryType type, String summary, String... passageIds) {
        return item(id, type, summary, Map.of(), passageIds);
    }

    public static MemoryItem item(
            String id, MemoryType type, String summary, Map<String, String> attributes, String... passageIds) {
        return MemoryItem.builder(id, type, summary, TIME)
                .version(1)
                .attributes(attributes)
                .passageIds(List.of(passageIds))
                .build();
    }

    public static Category category(String id, String name, String summary) {
        return Category.builder(id, name, TIME).version(1).summary(summary).build();
    }

    public static Embedding vector(OwnerKind kind, String id, float... vector) {
        return vector(kind, id, SPACE, vector);
    }

    public static Embedding vector(OwnerKind kind, String id, EmbeddingSpace space, float... vector) {
        return new Embedding(kind, id, space, vector);
    }

    public static Question words(OwnerKind kind, String text) {
        return new Question(kind, new SearchQuery(text, null, null, NOW));
    }

    public static Question query(OwnerKind kind, String text, float... vector) {
        return new Question(kind, new SearchQuery(text, vector, SPACE, NOW));
    }

    /** A question to the units of one kind. */
    public record Question(OwnerKind kind, SearchQuery query) {
        /** Returns the best units, in a session of its own. */
        public List<SearchHit> top(ScopeSearcher searcher, MemoryScope scope, SearchFilter filter, int k) {
            try (SearchSession session = searcher.open(scope)) {
                return session.prepare(query).top(kind, filter, k);
            }
        }
    }
}
