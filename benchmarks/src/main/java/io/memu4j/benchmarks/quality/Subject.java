package io.memu4j.benchmarks.quality;

import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.model.IdSource;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Message;
import io.memu4j.model.Modality;
import io.memu4j.model.OwnerKind;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.ResourceState;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.retrieve.Retriever;
import io.memu4j.search.ScopeIndexSearcher;
import io.memu4j.spi.llm.EmbeddingModel;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.store.memory.InMemoryStoreProvider;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A memory to be measured, fed with one conversation: each message a passage, each session a resource. */
final class Subject implements AutoCloseable {
    /** More than 20 distinct messages come out of so many passages, for a message is hardly ever longer than one. */
    private static final int TOP_K = 50;

    private final MemoryStore store = new InMemoryStoreProvider().open(DatabaseConfig.memory());
    private final ScopeIndexSearcher searcher = new ScopeIndexSearcher(store, RetrieveConfig.DEFAULT);
    private final IdSource ids = IdSource.uuidV7();
    private final Map<String, Integer> sessionByResource = new HashMap<>();
    private final MemoryScope scope;
    private final @Nullable EmbeddingModel embedding;
    private final Retriever retriever;

    Subject(String name, @Nullable EmbeddingModel embedding) {
        this.scope = new MemoryScope(name, "benchmark");
        this.embedding = embedding;
        this.retriever = new Retriever(
                store, searcher, Optional.ofNullable(embedding), RetrieveConfig.DEFAULT, Clock.systemUTC());
    }

    void memorize(int session, List<Message> messages) {
        ChangeSetBuilder changes = ChangeSet.builder();
        String resourceId = ids.next();
        sessionByResource.put(resourceId, session);
        changes.put(resource(resourceId, "session-" + session));
        for (int index = 0; index < messages.size(); index++) {
            Message message = messages.get(index);
            if (!message.content().isBlank()) {
                Passage passage = new Passage(
                        ids.next(),
                        resourceId,
                        index,
                        0,
                        message.speaker(),
                        message.role(),
                        message.createdAt(),
                        message.content(),
                        Instant.now());
                changes.put(passage);
                embed(passage, changes);
            }
        }
        store.in(scope).apply(changes.build());
    }

    /** The messages found for a question, distinct, best first. */
    List<MessageId> ask(String question) {
        RetrieveResult result =
                retriever.retrieve(scope, RetrieveRequest.of(question).withTopK(TOP_K));
        Set<MessageId> found = new LinkedHashSet<>();
        result.passages()
                .forEach(hit -> found.add(new MessageId(
                        sessionByResource.getOrDefault(hit.value().resourceId(), -1),
                        hit.value().index())));
        return List.copyOf(found);
    }

    @Override
    public void close() {
        searcher.close();
        store.close();
    }

    private void embed(Passage passage, ChangeSetBuilder changes) {
        if (embedding != null) {
            float[] vector = embedding.embedAll(List.of(passage.text())).get(0);
            changes.put(new Embedding(OwnerKind.PASSAGE, passage.id(), embedding.space(), vector));
        }
    }

    private static Resource resource(String id, String key) {
        Instant now = Instant.now();
        return new Resource(
                id,
                0,
                key,
                key,
                Modality.CONVERSATION,
                ResourceState.COMPLETE,
                null,
                null,
                null,
                0,
                "",
                "",
                null,
                Map.of(),
                now,
                now);
    }
}
