package io.memu4j.benchmarks.quality;

import io.memu4j.MemoryService;
import io.memu4j.MemoryServiceFactory;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.model.ConversationMessage;
import io.memu4j.retrieve.RetrieveRequest;
import io.memu4j.retrieve.RetrieveResult;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.store.memory.InMemoryStoreProvider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A memory to be measured, fed through the public API: each conversation a scope, each session a source of its own. */
final class Subject implements AutoCloseable {
    /** More than 20 distinct messages come out of so many passages, for a message is hardly ever longer than one. */
    private static final int TOP_K = 50;

    private final Models models;
    private final MemoryStore store = new InMemoryStoreProvider().open(DatabaseConfig.memory(), Clock.systemUTC());
    private final List<MemoryServiceFactory> opened = new ArrayList<>();
    private MemoryServiceFactory memu;

    /** Makes an empty memory; the models are loaded now, and closed with it. */
    Subject(Models models) {
        this.models = models;
        models.embedding().ifPresent(model -> model.embedQuery("Is it loaded?"));
        this.memu = open(RetrieveConfig.DEFAULT);
    }

    /** Leaves out those signals from now on, and no others. */
    void mute(Signal... signals) {
        memu = open(RetrieveConfig.DEFAULT.withMutedSignals(signals));
    }

    void memorize(String conversation, int session, List<ConversationMessage> messages) {
        memory(conversation).memorize(MemorizeRequest.messages(Integer.toString(session), messages));
    }

    /** What is found for a question. */
    Found ask(String conversation, String question) {
        return ask(conversation, RetrieveRequest.of(question));
    }

    /** What is found for a question asked at that time. */
    Found ask(String conversation, DateQuestion question) {
        return ask(conversation, RetrieveRequest.of(question.text()).withNow(question.now()));
    }

    /** What a prompt shows for a question, within that number of tokens. */
    String prompt(String conversation, String question, int tokens) {
        return memory(conversation)
                .retrieve(RetrieveRequest.of(question).withPromptTokens(tokens))
                .toPrompt();
    }

    private Found ask(String conversation, RetrieveRequest request) {
        RetrieveResult result = memory(conversation).retrieve(request.withTopK(TOP_K));
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
        opened.forEach(MemoryServiceFactory::close);
    }

    private MemoryServiceFactory open(RetrieveConfig config) {
        MemoryServiceFactory factory = MemoryServiceFactory.builder()
                .store(store)
                .blobs(BlobConfig.memory())
                .llm(models)
                .retrieve(config)
                .build();
        opened.add(factory);
        return factory;
    }

    private MemoryService memory(String conversation) {
        return memu.service(conversation, "benchmark");
    }
}
