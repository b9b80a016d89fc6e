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

/** A memory to be measured, fed through the public API: each conversation a scope, each session a source of its own. */
final class Subject implements AutoCloseable {
    /** More than 20 distinct messages come out of so many passages, for a message is hardly ever longer than one. */
    private static final int TOP_K = 50;

    private final MemoryServiceFactory memu;

    /** Makes an empty memory; the models are loaded now, and closed with it. */
    Subject(Models models) {
        models.embedding().ifPresent(model -> model.embedQuery("Is it loaded?"));
        this.memu = MemoryServiceFactory.builder()
                .database(DatabaseConfig.memory())
                .llm(models)
                .build();
    }

    void memorize(String conversation, int session, List<Message> messages) {
        memory(conversation).memorize(MemorizeRequest.messages(Integer.toString(session), messages));
    }

    /** What is found for a question. */
    Found ask(String conversation, String question) {
        RetrieveResult result =
                memory(conversation).retrieve(RetrieveRequest.of(question).withTopK(TOP_K));
        Set<MessageId> messages = new LinkedHashSet<>();
        result.passages()
                .forEach(hit -> messages.add(new MessageId(
                        Integer.parseInt(hit.resource().sourceKey()),
                        hit.value().index())));
        List<Integer> sessions = result.resources().stream()
                .map(hit -> Integer.parseInt(hit.value().sourceKey()))
                .toList();
        return new Found(List.copyOf(messages), sessions);
    }

    @Override
    public void close() {
        memu.close();
    }

    private MemoryService memory(String conversation) {
        return memu.service(conversation, "benchmark");
    }
}
