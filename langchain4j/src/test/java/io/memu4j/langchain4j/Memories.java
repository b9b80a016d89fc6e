package io.memu4j.langchain4j;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.ModelException;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.PageRequest;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceFilter;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.tck.HashedWordsModel;
import io.memu4j.tck.ScriptedModels;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A memory in this process, whose embedding model can be out of reach. */
final class Memories implements TextEmbedder, AutoCloseable {
    private final TextEmbedder words = new HashedWordsModel(64);
    private volatile @Nullable RuntimeException failure;
    private volatile @Nullable String refused;

    final MemoryServiceFactory factory = MemoryServiceFactory.builder()
            .database(DatabaseConfig.memory())
            .llm(new ScriptedModels(null, null, null, this))
            .build();

    void down(boolean now) {
        failure = now ? ModelException.permanent("The model was told to fail.", null) : null;
    }

    /** Lets each call fail with this exception until {@code down(false)}. */
    void failWith(RuntimeException now) {
        failure = now;
    }

    /** Lets the memory refuse texts with this word for good. */
    void refuse(String word) {
        refused = word;
    }

    MemoryService of(ConversationId id) {
        return factory.service(id.scope());
    }

    /** Returns what was said in a conversation, as the memory keeps it. */
    List<String> said(ConversationId id) {
        MemoryService memory = of(id);
        return memory.resources().list(ResourceFilter.ALL, PageRequest.first(100)).rows().stream()
                .filter(resource -> resource.sourceKey().equals(id.conversation()))
                .map(Resource::id)
                .flatMap(resource -> memory.resources().passages(resource).stream())
                .map(Passage::text)
                .toList();
    }

    List<String> statements(ConversationId id) {
        return of(id).items().list(ItemFilter.ALL, PageRequest.first(100)).rows().stream()
                .map(MemoryItem::summary)
                .toList();
    }

    @Override
    public EmbeddingSpace space() {
        return words.space();
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
        requireUp();
        String word = refused;
        if (word != null && texts.stream().anyMatch(text -> text.contains(word))) {
            throw new InvalidInputException("The text was told to be wrong.");
        }
        return words.embedAll(texts);
    }

    @Override
    public float[] embedQuery(String query) {
        requireUp();
        return words.embedQuery(query);
    }

    private void requireUp() {
        RuntimeException now = failure;
        if (now != null) {
            throw now;
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
