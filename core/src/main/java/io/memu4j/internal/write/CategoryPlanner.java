package io.memu4j.internal.write;

import io.memu4j.config.CategoryDefinition;
import io.memu4j.internal.category.CategorySummarizer;
import io.memu4j.internal.category.SummaryTask;
import io.memu4j.internal.llm.EmbeddedText;
import io.memu4j.internal.value.IdSource;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.model.Category;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.PageRequest;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Plans the categories of a write: creates those that do not exist, and rewrites the summaries of those it touches. Thread-safe.
 *
 * @param definitions the configured categories; another name gets an empty description
 */
public record CategoryPlanner(CategorySummarizer summarizer, List<CategoryDefinition> definitions, IdSource ids) {
    /** Items that a model or the rules see when a summary loses items. */
    private static final int REMAINING = 200;

    /**
     * Plans with the categories as they are stored now. Calls the model as the summarizer says, and makes one embedding call.
     *
     * @param summaries summaries written in earlier tries of the same operation; new ones are added, so that no model is asked twice
     */
    CategoryChanges plan(
            ScopeStore store, PendingWrite write, Operation operation, Map<SummaryTask, String> summaries) {
        Map<String, Category> byId = new HashMap<>();
        Map<String, Category> byKey = new HashMap<>();
        for (Category category : store.categories()) {
            byId.put(category.id(), category);
            byKey.put(category.nameKey(), category);
        }
        List<Category> before = new ArrayList<>();
        List<SummaryTask> tasks = new ArrayList<>();
        SummaryChanges changes = SummaryChanges.of(write, byId);
        if (write.resource() instanceof ResourceChange.Put && write.summariesFollow()) {
            OverdueTopics.addTo(changes, store, operation.now(), summarizer.asksModel());
        }
        for (SummaryChanges.Topic topic : changes.topics()) {
            Category known = byKey.get(Category.nameKey(topic.name()));
            if (known == null || (write.summariesFollow() && topic.changesSummary())) {
                Category category = known == null ? created(topic.name(), operation.now()) : known;
                before.add(category);
                tasks.add(task(store, category, topic, write, LocalDate.ofInstant(operation.now(), ZoneOffset.UTC)));
            }
        }
        List<Category> written = List.of();
        if (!tasks.isEmpty()) {
            operation.embedder().requireSameSpace(store);
            written = rewritten(before, summaries(tasks, operation, summaries), operation.now());
        }
        written.forEach(category -> byKey.put(category.nameKey(), category));
        return new CategoryChanges(written, embeddings(written, operation.embedder()), byKey);
    }

    private List<String> summaries(List<SummaryTask> tasks, Operation operation, Map<SummaryTask, String> known) {
        operation.step(Step.SUMMARIZE, 0, tasks.size());
        List<SummaryTask> unknown =
                tasks.stream().filter(task -> !known.containsKey(task)).toList();
        List<String> fresh = summarizer.summarize(unknown, operation.calls());
        for (int i = 0; i < fresh.size(); i++) {
            known.put(unknown.get(i), fresh.get(i));
        }
        List<String> summaries = tasks.stream()
                .map(task -> Objects.requireNonNull(known.get(task)))
                .toList();
        operation.step(Step.SUMMARIZE, tasks.size(), tasks.size());
        return summaries;
    }

    private static List<Category> rewritten(List<Category> before, List<String> summaries, Instant now) {
        List<Category> result = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Category old = before.get(i);
            if (old.version() == 0 || !old.summary().equals(summaries.get(i))) {
                result.add(
                        old.toBuilder().summary(summaries.get(i)).updatedAt(now).build());
            }
        }
        return result;
    }

    private static List<Embedding> embeddings(List<Category> written, Embedder embedder) {
        embedder.prepare(written.stream().map(EmbeddedText::of).toList(), done -> {});
        return written.stream()
                .flatMap(category ->
                        embedder.embedding(OwnerKind.CATEGORY, category.id(), EmbeddedText.of(category)).stream())
                .toList();
    }

    private static SummaryTask task(
            ScopeStore store, Category category, SummaryChanges.Topic topic, PendingWrite write, LocalDate today) {
        return new SummaryTask(
                category.name(),
                category.description(),
                category.summary(),
                topic.added(),
                topic.removed(),
                topic.removed().isEmpty() ? List.of() : remaining(store, category, write),
                topic.ended(),
                write.late(),
                today);
    }

    private static List<MemoryItem> remaining(ScopeStore store, Category category, PendingWrite write) {
        Set<String> leaving = new HashSet<>();
        write.deletedItems().forEach(item -> leaving.add(item.id()));
        write.items().forEach(item -> leaving.add(item.item().id()));
        return store.items(ItemFilter.ALL.withCategory(category.id()), PageRequest.newest(REMAINING)).rows().stream()
                .filter(item -> item.closing() == null && !leaving.contains(item.id()))
                .toList();
    }

    private Category created(String name, Instant now) {
        CategoryDefinition definition = definitions.stream()
                .filter(candidate -> Category.nameKey(candidate.name()).equals(Category.nameKey(name)))
                .findFirst()
                .orElseGet(() -> new CategoryDefinition(name, ""));
        return Category.builder(ids.next(), definition.name(), now)
                .description(definition.description())
                .build();
    }
}
