package io.memu4j.langchain4j;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
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

/** A memory in this process, whose embedding model can be out of reach. */
final class Memories implements TextEmbedder, AutoCloseable {
    private final TextEmbedder words = new HashedWordsModel(64);
    private volatile boolean down;

    final MemoryServiceFactory factory = MemoryServiceFactory.builder()
            .database(DatabaseConfig.memory())
            .llm(new ScriptedModels(null, null, null, this))
            .build();

    void down(boolean now) {
        down = now;
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
        return words.embedAll(texts);
    }

    @Override
    public float[] embedQuery(String query) {
        requireUp();
        return words.embedQuery(query);
    }

    private void requireUp() {
        if (down) {
            throw ModelException.permanent("The model was told to fail.", null);
        }
    }

    @Override
    public void close() {
        factory.close();
    }
}
