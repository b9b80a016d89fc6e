package io.memu4j.store.jpa.write;

import io.memu4j.model.Category;
import io.memu4j.spi.store.ApplyOutcome.Cause;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.store.jpa.session.BoundSession;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether categories are still as a change set supposes. Under the scope's lock. */
final class CategoryCheck {
    private CategoryCheck() {}

    static void run(BoundSession session, ChangeSet changes, StaleChangeSetException.Causes causes) {
        StoredRows stored = new StoredRows(session);
        Map<String, Long> versions = stored.versions("CategoryRow", ids(changes));
        Map<String, String> holders = stored.holders(
                "CategoryRow",
                "nameKey",
                changes.categories().stream().map(Category::nameKey).toList());
        for (Category category : changes.categories()) {
            causes.addIf(versions.getOrDefault(category.id(), 0L) != category.version(), Cause.CATEGORY);
            String holder = holders.putIfAbsent(category.nameKey(), category.id());
            causes.addIf(holder != null && !holder.equals(category.id()), Cause.CATEGORY);
            versions.put(category.id(), category.version() + 1);
        }
        changes.items()
                .forEach(item -> causes.addIf(!versions.keySet().containsAll(item.categoryIds()), Cause.CATEGORY));
        for (Embedding embedding : changes.embeddings()) {
            boolean ours = embedding.ownerKind() == OwnerKind.CATEGORY;
            causes.addIf(ours && !versions.containsKey(embedding.ownerId()), Cause.CATEGORY);
        }
    }

    private static Set<String> ids(ChangeSet changes) {
        Set<String> ids = new HashSet<>();
        changes.categories().forEach(category -> ids.add(category.id()));
        changes.items().forEach(item -> ids.addAll(item.categoryIds()));
        changes.embeddings().stream()
                .filter(embedding -> embedding.ownerKind() == OwnerKind.CATEGORY)
                .forEach(embedding -> ids.add(embedding.ownerId()));
        return ids;
    }
}
