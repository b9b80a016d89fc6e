package io.memu4j;

import io.memu4j.admin.MemoryAdmin;
import io.memu4j.config.BlobConfig;
import io.memu4j.config.DatabaseConfig;
import io.memu4j.config.LlmConfig;
import io.memu4j.config.MemorizeConfig;
import io.memu4j.config.Redactor;
import io.memu4j.config.RetrieveConfig;
import io.memu4j.internal.admin.Erasure;
import io.memu4j.internal.admin.StoreAdmin;
import io.memu4j.internal.backup.Backups;
import io.memu4j.internal.blob.BlobLifecycle;
import io.memu4j.internal.blob.BlobStores;
import io.memu4j.internal.category.CategoryLinker;
import io.memu4j.internal.category.CategorySummarizer;
import io.memu4j.internal.category.ChatSummarizer;
import io.memu4j.internal.category.ExtractiveSummarizer;
import io.memu4j.internal.doctor.Doctor;
import io.memu4j.internal.ingest.SourceReader;
import io.memu4j.internal.memorize.Memorizer;
import io.memu4j.internal.memory.Retention;
import io.memu4j.internal.memory.StoredCategories;
import io.memu4j.internal.memory.StoredItems;
import io.memu4j.internal.memory.StoredResources;
import io.memu4j.internal.observe.Observations;
import io.memu4j.internal.provider.ConfiguredModels;
import io.memu4j.internal.provider.ListeningModels;
import io.memu4j.internal.provider.Providers;
import io.memu4j.internal.provider.Stores;
import io.memu4j.internal.redact.Redaction;
import io.memu4j.internal.retrieve.Retriever;
import io.memu4j.internal.search.ScopeIndexSearcher;
import io.memu4j.internal.transfer.StoreTransfer;
import io.memu4j.internal.understand.Understanding;
import io.memu4j.internal.understand.chat.ChatUnderstanding;
import io.memu4j.internal.understand.rules.Captions;
import io.memu4j.internal.understand.rules.LocalUnderstanding;
import io.memu4j.internal.value.IdSource;
import io.memu4j.internal.write.CategoryPlanner;
import io.memu4j.internal.write.Committer;
import io.memu4j.internal.write.EmbeddingThreads;
import io.memu4j.internal.write.ItemPlanner;
import io.memu4j.internal.write.Operations;
import io.memu4j.internal.write.ScopeLocks;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.ModelCallListener;
import io.memu4j.model.ModelStep;
import io.memu4j.observe.MemoryObserver;
import io.memu4j.spi.document.DocumentParser;
import io.memu4j.spi.llm.ChatGenerator;
import io.memu4j.spi.llm.Models;
import io.memu4j.spi.llm.Reranker;
import io.memu4j.spi.llm.TextEmbedder;
import io.memu4j.spi.store.MemoryStore;
import io.memu4j.spi.store.ScopeStore;
import io.memu4j.transfer.MemoryTransfer;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts of one factory together, and closes them. */
final class Wiring {
    private static final Logger log = LoggerFactory.getLogger(MemoryServiceFactory.class);

    private final Choices choices;
    private final MemoryStore store;
    private final Models models;
    private final EmbeddingThreads threads;
    private final SourceReader sources;
    private final ScopeIndexSearcher searcher;
    private final Retriever retriever;
    private final Operations operations;
    private final ItemPlanner items;
    private final Committer committer;
    private final Memorizer memorizer;
    private final Redaction redaction;
    private final Observations observations;

    private Wiring(Choices choices, MemoryStore store, Models models) {
        this.choices = choices;
        this.store = store;
        this.models = models;
        this.redaction = Redaction.by(choices.redactor());
        this.observations = new Observations(choices.observer());
        this.threads = EmbeddingThreads.of(choices.executor());
        this.searcher = new ScopeIndexSearcher(store, choices.retrieve());
        this.retriever = new Retriever(
                store,
                searcher,
                models,
                choices.reranker(),
                choices.modelCalls(),
                observations,
                choices.retrieve(),
                choices.clock(),
                redaction);
        MemorizeConfig config = choices.memorize();
        IdSource ids = IdSource.uuidV7();
        CategorySummarizer summarizer = summarizer(config, models);
        this.sources = new SourceReader(config, Providers.all(DocumentParser.class), redaction);
        this.operations =
                new Operations(models, choices.modelCalls(), observations, choices.clock(), threads.executor());
        this.items = new ItemPlanner(new CategoryLinker(config.categories(), config.categoryThreshold()), ids);
        this.committer = new Committer(
                new CategoryPlanner(summarizer, config.categories(), ids),
                new BlobLifecycle(BlobStores.open(choices.copies(), store, choices.clock()), choices.clock()),
                new ScopeLocks());
        this.memorizer = new Memorizer(
                config,
                sources,
                understanding(config, models),
                summarizer,
                items,
                ids,
                committer,
                operations,
                searcher);
    }

    /** The choices of the builder; null where none was made. */
    record Choices(
            @Nullable DatabaseConfig database,
            @Nullable MemoryStore store,
            @Nullable LlmConfig llm,
            @Nullable Models models,
            @Nullable Reranker reranker,
            @Nullable BlobConfig blobs,
            MemorizeConfig memorize,
            RetrieveConfig retrieve,
            ModelCallListener modelCalls,
            MemoryObserver observer,
            Clock clock,
            @Nullable Executor executor,
            @Nullable Redactor redactor) {
        /** Returns where copies of sources are kept. */
        BlobConfig copies() {
            if (blobs != null) {
                return blobs;
            }
            return database == null ? BlobConfig.memory() : BlobConfig.beside(database);
        }
    }

    static Wiring open(Choices choices) {
        for (String sentence : VolatileStorageWarnings.sentences(choices)) {
            log.warn(sentence);
        }
        Models models = choices.models() != null ? choices.models() : ConfiguredModels.open(choices.llm());
        MemoryStore store = null;
        try {
            store = choices.store() != null ? choices.store() : Stores.open(choices.database(), choices.clock());
            return new Wiring(choices, store, models);
        } catch (RuntimeException | Error e) { // whatever it is, what was opened before it must not stay open
            if (store != null) {
                store.close();
            }
            models.close();
            throw e;
        }
    }

    private static Understanding understanding(MemorizeConfig config, Models models) {
        Optional<ChatGenerator> model = models.chat(ModelStep.EXTRACT);
        Understanding withoutModel = new LocalUnderstanding(config.types());
        return model.isPresent()
                ? new ChatUnderstanding(config, model.get(), Captions::of, withoutModel)
                : withoutModel;
    }

    private static CategorySummarizer summarizer(MemorizeConfig config, Models models) {
        Optional<ChatGenerator> model = models.chat(ModelStep.SUMMARIZE);
        return model.isPresent()
                ? new ChatSummarizer(config, model.get())
                : new ExtractiveSummarizer(config.summaryTargetWords());
    }

    MemoryService service(MemoryScope scope) {
        ScopeStore scoped = store.in(scope);
        return new ScopedMemoryService(
                scoped,
                memorizer,
                retriever,
                new StoredItems(
                        scoped,
                        operations,
                        items,
                        committer,
                        choices.memorize().categories(),
                        searcher.analysis(),
                        redaction),
                new StoredCategories(scoped),
                new StoredResources(scoped, operations, committer),
                committer.blobs(),
                observations);
    }

    MemoryAdmin admin() {
        ListeningModels told = new ListeningModels(choices.modelCalls());
        TextEmbedder embedding = told.embedding(models).orElse(null);
        return new StoreAdmin(
                store,
                embedding,
                told,
                new Erasure(store, committer.blobs(), searcher, observations),
                new Backups(store, committer.blobs().place(), choices.clock()),
                new Doctor(store, committer.blobs().place(), embedding, choices.clock()),
                searcher,
                new Retention(store, operations, committer, choices.clock()));
    }

    MemoryTransfer transfer() {
        return new StoreTransfer(
                store,
                committer.blobs().place(),
                new ListeningModels(choices.modelCalls()).embedding(models),
                choices.clock());
    }

    void close() {
        try {
            sources.close();
            threads.close();
            searcher.close();
            store.close();
        } finally {
            models.close();
        }
    }
}
