package io.memu4j.internal.write;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects which categories a write touches, and which items their summaries gain and lose. One thread. */
final class SummaryChanges {
    /** The items that the summary of one category gains and loses, and those that it is to tell of as ended. */
    record Topic(String name, List<MemoryItem> added, List<MemoryItem> removed, List<MemoryItem> ended) {
        Topic(String name) {
            this(name, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        boolean changesSummary() {
            return !added.isEmpty() || !removed.isEmpty() || !ended.isEmpty();
        }
    }

    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final Map<String, Category> storedById;

    private SummaryChanges(Map<String, Category> storedById) {
        this.storedById = storedById;
    }

    static SummaryChanges of(PendingWrite write, Map<String, Category> storedById) {
        SummaryChanges changes = new SummaryChanges(storedById);
        write.items().forEach(changes::take);
        write.deletedItems().forEach(item -> changes.namesOf(item)
                .forEach(name -> changes.topic(name).removed().add(item)));
        return changes;
    }

    Collection<Topic> topics() {
        return topics.values();
    }

    /** Has the summary of a stored category tell of an item that ended by the calendar, unless the write touches the category anyway. */
    void overdue(String categoryId, MemoryItem item, boolean expired, Set<String> touched) {
        Category category = storedById.get(categoryId);
        if (category != null && !touched.contains(category.nameKey())) {
            Topic topic = topic(category.name());
            (expired ? topic.removed() : topic.ended()).add(item);
        }
    }

    /** Returns the keys of the names of the categories that are touched so far. */
    Set<String> touched() {
        return Set.copyOf(topics.keySet());
    }

    /** Returns when the summary of a category was written last, or null if there is no such category. */
    @Nullable
    Instant writtenAt(String categoryId) {
        Category category = storedById.get(categoryId);
        return category == null ? null : category.updatedAt();
    }

    private void take(PendingWrite.PendingItem item) {
        Set<String> after = keys(item.categories());
        item.categories().forEach(this::topic);
        MemoryItem stored = item.before();
        boolean holds = item.item().closing() == null;
        if (!holds && (stored == null || stored.closing() == null)) {
            item.categories().forEach(name -> topic(name).ended().add(item.item()));
        }
        if (stored == null) {
            item.categories().stream()
                    .filter(name -> holds)
                    .forEach(name -> topic(name).added().add(item.item()));
            return;
        }
        Set<String> before = keys(namesOf(stored));
        boolean reworded = !stored.summary().equals(item.item().summary())
                || holds != (stored.closing() == null)
                || !Objects.equals(stored.happenedAt(), item.item().happenedAt()); // summaries say when
        item.categories().stream()
                .filter(name -> holds && (reworded || !before.contains(Category.nameKey(name))))
                .forEach(name -> topic(name).added().add(item.item()));
        namesOf(stored).stream()
                .filter(name -> reworded || !after.contains(Category.nameKey(name)))
                .forEach(name -> topic(name).removed().add(stored));
    }

    private Topic topic(String name) {
        return topics.computeIfAbsent(Category.nameKey(name), key -> new Topic(name));
    }

    private List<String> namesOf(MemoryItem item) {
        return item.categoryIds().stream()
                .flatMap(id -> Stream.ofNullable(storedById.get(id)))
                .map(Category::name)
                .toList();
    }

    private static Set<String> keys(Collection<String> names) {
        Set<String> keys = new LinkedHashSet<>();
        names.forEach(name -> keys.add(Category.nameKey(name)));
        return keys;
    }
}
