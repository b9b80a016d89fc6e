package io.memu4j.internal.memorize;

import io.memu4j.config.CallBudget;
import io.memu4j.error.NotFoundException;
import io.memu4j.error.StoreException;
import io.memu4j.internal.ingest.ParsedSource;
import io.memu4j.internal.write.Committer;
import io.memu4j.internal.write.Operation;
import io.memu4j.internal.write.WriteGate;
import io.memu4j.internal.write.WriteServices;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.memorize.MemorizeRequest;
import io.memu4j.memorize.MemorizeResult;
import io.memu4j.memorize.MemorizeResult.Relation;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ApplyOutcome;
import io.memu4j.spi.store.ScopeStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes in sources: reads, understands, embeds, and only then writes, once. */
public final class Memorizer {
    private final ScopeStore store;
    private final WriteServices parts;

    public Memorizer(ScopeStore store, WriteServices parts) {
        this.store = store;
        this.parts = parts;
    }

    public MemorizeResult memorize(MemorizeRequest request, WriteGate gate) {
        CallBudget budget = request.budget() == null ? parts.config().budget() : request.budget();
        try (Operation operation = Operation.start(parts, budget, request.listener(), gate)) {
            return memorize(request, operation);
        }
    }

    private MemorizeResult memorize(MemorizeRequest request, Operation operation) {
        operation.step(Step.FETCH, 0, 1);
        ParsedSource parsed = parts.reader().read(request.source(), request.modality(), request.zone());
        operation.step(Step.FETCH, 1, 1);
        SourcePlanner intake = new SourcePlanner(request, parsed, store, parts, operation);
        Optional<ApplyOutcome.Applied> applied = commit(intake, operation);
        parts.blobs().sweep(store);
        if (applied.isEmpty()) {
            return new MemorizeResult(
                    stored(parsed),
                    true,
                    List.of(),
                    List.of(),
                    List.of(),
                    operation.calls().totals());
        }
        try {
            return written(stored(parsed), ids(intake, applied.orElseThrow()), operation);
        } catch (StoreException e) {
            throw StoreException.afterWrite("The source", e);
        }
    }

    private Optional<ApplyOutcome.Applied> commit(SourcePlanner intake, Operation operation) {
        boolean settled = false;
        try {
            Optional<ApplyOutcome.Applied> applied = new Committer(store, parts, operation).commit(intake::plan);
            settled = true;
            return applied;
        } finally {
            if (!settled) {
                intake.discardCopy();
            }
        }
    }

    private static List<String> ids(SourcePlanner intake, ApplyOutcome.Applied written) {
        return intake.itemIds().stream()
                .map(id -> written.reinforced().getOrDefault(id, id))
                .distinct()
                .toList();
    }

    private MemorizeResult written(Resource resource, List<String> itemIds, Operation operation) {
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
        return new MemorizeResult(
                resource, false, items, categories, relations, operation.calls().totals());
    }

    private Resource stored(ParsedSource parsed) {
        return store.resourceByKey(parsed.key())
                .orElseThrow(
                        () -> new NotFoundException("The source is remembered no more: another writer deleted it from "
                                + store.scope() + " right after. Memorize it again if it is to stay."));
    }
}
