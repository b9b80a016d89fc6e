package io.memu4j.store.jpa;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ChangeReader;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything a scope holds, to compare. */
final class Dump implements ChangeReader {
    final Set<Object> rows = new HashSet<>();

    private Dump() {}

    static Set<Object> of(ScopeStore scope) {
        Dump dump = new Dump();
        dump.rows.add(scope.changesSince(Watermark.EMPTY, dump));
        dump.rows.add(scope.counts());
        dump.rows.addAll(scope.pendingDeletions(1_000));
        return dump.rows;
    }

    @Override
    public void startAnew() {
        rows.clear();
    }

    @Override
    public void remaining(OwnerKind kind, Set<String> ids) {
        throw new AssertionError("Everything was asked for");
    }

    @Override
    public void resource(Resource resource) {
        rows.add(resource);
    }

    @Override
    public void passage(Passage passage) {
        rows.add(passage);
    }

    @Override
    public void category(Category category) {
        rows.add(category);
    }

    @Override
    public void item(MemoryItem item) {
        rows.add(List.of(
                item.id(),
                item.version(),
                item.summary(),
                item.reinforcements(),
                new HashSet<>(item.passageIds()),
                new HashSet<>(item.categoryIds())));
    }

    @Override
    public void embedding(Embedding embedding) {
        rows.add(embedding + Arrays.toString(embedding.vector()));
    }
}
