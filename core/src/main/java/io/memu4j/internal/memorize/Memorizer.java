package io.memu4j.internal.memorize;

import io.memu4j.config.MemorizeConfig;
import io.memu4j.error.InvalidInputException;
import io.memu4j.error.NotFoundException;
import io.memu4j.error.StoreException;
import io.memu4j.internal.category.CategorySummarizer;
import io.memu4j.internal.ingest.ParsedSource;
import io.memu4j.internal.ingest.SourceReader;
import io.memu4j.internal.understand.Understanding;
import io.memu4j.internal.value.IdSource;
import io.memu4j.internal.write.Committer;
import io.memu4j.internal.write.ItemPlanner;
import io.memu4j.internal.write.Operation;
import io.memu4j.internal.write.Operations;
import io.memu4j.internal.write.WriteGate;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.memorize.MemorizeResult.Relation;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Resource;
import io.memu4j.model.Source;
import io.memu4j.observe.MemoryOperation.Kind;
import io.memu4j.spi.search.ScopeSearcher;
import io.memu4j.spi.store.ScopeStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes in sources: reads, understands and embeds them, and then writes once. Thread-safe. */
public final class Memorizer {
    private final MemorizeConfig config;
    private final SourceReader reader;
    private final Understanding understanding;
    private final CategorySummarizer summarizer;
    private final SourcePlanner planner;
    private final Committer committer;
    private final Operations operations;
    private final ScopeSearcher searcher;

    public Memorizer(
            MemorizeConfig config,
            SourceReader reader,
            Understanding understanding,
            CategorySummarizer summarizer,
            ItemPlanner items,
            IdSource ids,
            Committer committer,
            Operations operations,
            ScopeSearcher searcher) {
        this.config = config;
        this.reader = reader;
        this.understanding = understanding;
        this.summarizer = summarizer;
        this.planner = new SourcePlanner(items, ids, operations.clock());
        this.committer = committer;
        this.operations = operations;
        this.searcher = searcher;
    }

    /** Memorizes a source in the scope of the store; {@code gate} cancels it until it writes. */
    public MemorizeResult memorize(ScopeStore store, MemorizeRequest request, WriteGate gate) {
        var budget = request.budget() == null ? config.budget() : request.budget();
        return operations.run(
                Kind.MEMORIZE,
                store.scope(),
                new Operations.Terms(budget, request.listener(), gate),
                operation -> memorize(store, request, operation),
                result -> result.items().size());
    }

    private MemorizeResult memorize(ScopeStore store, MemorizeRequest request, Operation operation) {
        if (request.source() instanceof Source.OfAppendedMessages turn
                && turn.messages().stream()
                        .allMatch(message -> message.content().isBlank())) {
            return withoutWords(store, turn);
        }
        operation.step(Step.FETCH, 0, 1);
        ParsedSource parsed = reader.read(request.source(), request.modality(), request.zone());
        operation.step(Step.FETCH, 1, 1);
        boolean asksModel = understanding.estimate(1).calls() > 0;
        var step = new UnderstandingStep(
                understanding,
                summarizer,
                config.categories().size(),
                operation,
                parsed.modality(),
                request.zone(),
                parsed.url(),
                new SimilarItems(store, searcher, asksModel, operation.now().atZone(request.zone())));
        Optional<Committer.Committed<SourcePlan>> committed = committer.commit(
                store,
                operation,
                () -> {
                    Resource known = store.resourceByKey(parsed.key()).orElse(null);
                    return planner.plan(new IncomingSource(request, parsed, known), store, step, operation);
                },
                SourcePlan::write);
        committer.blobs().sweep(store);
        if (committed.isEmpty()) {
            return MemorizeResult.unchanged(stored(store, parsed))
                    .withCalls(operation.calls().totals());
        }
        try {
            SourcePlan plan = committed.get().plan();
            return result(store, stored(store, parsed), itemIds(committed.get()), operation)
                    .withLeftOut(plan.leftOut())
                    .withUnderstood(plan.understood());
        } catch (StoreException e) {
            throw StoreException.afterWrite("The source", e);
        }
    }

    /** A turn that says nothing, such as a call of a tool, leaves the conversation as it is. */
    private static MemorizeResult withoutWords(ScopeStore store, Source.OfAppendedMessages turn) {
        Resource known = store.resourceByKey(turn.key())
                .orElseThrow(() -> new InvalidInputException("None of the "
                        + turn.messages().size()
                        + " appended messages has words, and there is no conversation under that"
                        + " source key yet. Begin it with a message that has some."));
        IncomingSource.requireConversation(known);
        return MemorizeResult.unchanged(known);
    }

    /** Returns the stored ids: another writer may have stored the same item under another id. */
    private static List<String> itemIds(Committer.Committed<SourcePlan> committed) {
        return committed.plan().itemIds().stream()
                .map(id -> committed.applied().reinforced().getOrDefault(id, id))
                .distinct()
                .toList();
    }

    private static MemorizeResult result(
            ScopeStore store, Resource resource, List<String> itemIds, Operation operation) {
        Map<String, MemoryItem> byId = new HashMap<>();
        store.items(itemIds).forEach(item -> byId.put(item.id(), item));
        List<MemoryItem> items =
                itemIds.stream().filter(byId::containsKey).map(byId::get).toList();
        List<Relation> relations = new ArrayList<>();
        Set<String> categoryIds = new HashSet<>();
        for (MemoryItem item : items) {
            item.categoryIds().forEach(id -> relations.add(new Relation(item.id(), id)));
            categoryIds.addAll(item.categoryIds());
        }
        List<Category> categories = store.categories().stream()
                .filter(category -> categoryIds.contains(category.id()))
                .toList();
        return MemorizeResult.of(resource)
                .withItems(items)
                .withCategories(categories)
                .withRelations(relations)
                .withCalls(operation.calls().totals());
    }

    private static Resource stored(ScopeStore store, ParsedSource parsed) {
        return store.resourceByKey(parsed.key())
                .orElseThrow(() -> new NotFoundException("The source was stored in " + store.scope()
                        + ", and another writer deleted it right after. Memorize it again if it is to stay."));
    }
}
