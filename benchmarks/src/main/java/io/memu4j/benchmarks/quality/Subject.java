package io.memu4j.benchmarks.quality;

import io.memu4j.MemorizeRequest;
import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.model.Message;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.spi.llm.Models;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A memory to be measured, fed with one conversation through the public API: each session a source of its own. */
final class Subject implements AutoCloseable {
    /** More than 20 distinct messages come out of so many passages, for a message is hardly ever longer than one. */
    private static final int TOP_K = 50;

    private final MemoryServiceFactory memu;
    private final MemoryService memory;

    /** Makes an empty memory; the models are closed with it. */
    Subject(String name, Models models) {
        this.memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.memory())
                .llm(models)
                .build();
        this.memory = memu.service(name, "benchmark");
    }

    void memorize(int session, List<Message> messages) {
        memory.memorize(MemorizeRequest.messages(Integer.toString(session), messages));
    }

    /** The messages found for a question, distinct, best first. */
    List<MessageId> ask(String question) {
        RetrieveResult result = memory.retrieve(RetrieveRequest.of(question).withTopK(TOP_K));
        Set<MessageId> found = new LinkedHashSet<>();
        result.passages()
                .forEach(hit -> found.add(new MessageId(
                        Integer.parseInt(hit.resource().sourceKey()),
                        hit.value().index())));
        return List.copyOf(found);
    }

    @Override
    public void close() {
        memu.close();
    }
}
