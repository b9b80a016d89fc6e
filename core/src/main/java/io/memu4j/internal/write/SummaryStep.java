package io.memu4j.internal.write;

import io.memu4j.config.CategoryDefinition;
import io.memu4j.internal.category.SummaryTask;
import io.memu4j.memorize.MemorizeListener.Step;
import io.memu4j.model.Category;
import io.memu4j.model.EmbeddedText;
import io.memu4j.model.ItemFilter;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.OwnerKind;
import io.memu4j.model.PageRequest;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.ScopeStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Completes a draft: writes the summaries of the categories it touches, makes those that do not exist yet, and links the items. */
final class SummaryStep {
    private static final int REMAINING = 200;

    private final ScopeStore store;
    private final WriteServices parts;
    private final Operation operation;
    /** What was written already, for the case that the step is done again. */
    private final Map<SummaryTask, String> written = new HashMap<>();

    SummaryStep(ScopeStore store, WriteServices parts, Operation operation) {
        this.store = store;
        this.parts = parts;
        this.operation = operation;
    }

    boolean asksModel() {
        return parts.summarizer().asksModel();
    }

    /** All there is to write, made from the categories as they are now; model calls as the summarizer says, and one embedding call. */
    ChangeSetBuilder complete(PendingWrite draft) {
        Map<String, Category> byId = new HashMap<>();
        Map<String, Category> byKey = new HashMap<>();
        for (Category category : store.categories()) {
            byId.put(category.id(), category);
            byKey.put(category.nameKey(), category);
        }
        TopicChanges changes = TopicChanges.of(draft, byId);
        ChangeSetBuilder result = draft.begin(ChangeSet.builder());
        List<Category> written = write(draft, changes, byKey);
        operation.embedder().prepare(written.stream().map(EmbeddedText::of).toList(), done -> {});
        for (Category category : written) {
            byKey.put(category.nameKey(), category);
            result.put(category);
            operation
                    .embedder()
                    .embedding(OwnerKind.CATEGORY, category.id(), EmbeddedText.of(category))
                    .ifPresent(result::put);
        }
        draft.items().forEach(item -> result.put(linked(item, byKey)));
        return result;
    }

    private List<Category> write(PendingWrite draft, TopicChanges changes, Map<String, Category> stored) {
        Instant now = operation.now();
        List<Category> before = new ArrayList<>();
        List<SummaryTask> tasks = new ArrayList<>();
        for (TopicChanges.Topic topic : changes.topics()) {
            Category known = stored.get(Category.nameKey(topic.name()));
            boolean follows = draft.propagates() && topic.changesSummary();
            if (known == null || follows) {
                Category category = known == null ? created(topic.name(), now) : known;
                before.add(category);
                tasks.add(task(category, topic, draft));
            }
        }
        if (tasks.isEmpty()) {
            return List.of();
        }
        operation.embedder().requireSameSpace(store);
        return rewritten(before, summaries(tasks), now);
    }

    private List<String> summaries(List<SummaryTask> tasks) {
        operation.step(Step.SUMMARIZE, 0, tasks.size());
        List<SummaryTask> unknown =
                tasks.stream().filter(task -> !written.containsKey(task)).toList();
        List<String> fresh = parts.summarizer().summarize(unknown, operation.calls());
        for (int i = 0; i < fresh.size(); i++) {
            written.put(unknown.get(i), fresh.get(i));
        }
        List<String> summaries = tasks.stream()
                .map(task -> Objects.requireNonNull(written.get(task)))
                .toList();
        operation.step(Step.SUMMARIZE, tasks.size(), tasks.size());
        return summaries;
    }

    private static List<Category> rewritten(List<Category> before, List<String> summaries, Instant now) {
        List<Category> result = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Category old = before.get(i);
            if (old.version() == 0 || !old.summary().equals(summaries.get(i))) {
                result.add(new Category(
                        old.id(),
                        old.version(),
                        old.name(),
                        old.description(),
                        summaries.get(i),
                        old.createdAt(),
                        now));
            }
        }
        return result;
    }

    private SummaryTask task(Category category, TopicChanges.Topic topic, PendingWrite draft) {
        return new SummaryTask(
                category.name(),
                category.description(),
                category.summary(),
                topic.added(),
                topic.removed(),
                topic.removed().isEmpty() ? List.of() : remaining(category, draft),
                draft.isLate());
    }

    private List<MemoryItem> remaining(Category category, PendingWrite draft) {
        Set<String> leaving = new HashSet<>();
        draft.deletedItems().forEach(item -> leaving.add(item.id()));
        draft.items().forEach(item -> leaving.add(item.item().id()));
        return store.items(ItemFilter.ALL.withCategory(category.id()), PageRequest.newest(REMAINING)).rows().stream()
                .filter(item -> !leaving.contains(item.id()))
                .toList();
    }

    private Category created(String name, Instant now) {
        CategoryDefinition definition = parts.config().categories().stream()
                .filter(candidate -> Category.nameKey(candidate.name()).equals(Category.nameKey(name)))
                .findFirst()
                .orElseGet(() -> new CategoryDefinition(name, ""));
        return new Category(parts.ids().next(), 0, definition.name(), definition.description(), "", now, now);
    }

    private static MemoryItem linked(PendingWrite.DraftItem draft, Map<String, Category> byKey) {
        MemoryItem item = draft.item();
        List<String> ids = draft.categories().stream()
                .map(Category::nameKey)
                .distinct()
                .flatMap(key -> Stream.ofNullable(byKey.get(key)))
                .map(Category::id)
                .toList();
        return item.linkedTo(ids);
    }
}
