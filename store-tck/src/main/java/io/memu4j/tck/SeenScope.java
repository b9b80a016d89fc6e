package io.memu4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.model.Watermark;
import io.memu4j.spi.store.ChangeReader;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** A scope as one sees it who asks again and again for what changed. Fails when it is shown things out of order. */
final class SeenScope implements ChangeReader {
    final Map<String, Resource> resources = new TreeMap<>();
    final Map<String, Passage> passages = new TreeMap<>();
    final Map<String, Category> categories = new TreeMap<>();
    final Map<String, MemoryItem> items = new TreeMap<>();
    final Map<String, List<Float>> vectors = new TreeMap<>();

    /** What the last refresh showed, as the names of the reader's methods with an id. */
    final Set<String> shown = new LinkedHashSet<>();

    Watermark watermark = Watermark.EMPTY;
    private final Set<OwnerKind> told = EnumSet.noneOf(OwnerKind.class);
    private int rank;

    void refresh(ScopeStore scope) {
        shown.clear();
        told.clear();
        rank = 0;
        watermark = scope.changesSince(watermark, this);
        assertThat(told.size()).as("kinds of which the remaining ids were told").isIn(0, OwnerKind.values().length);
    }

    /** Everything seen, with what cannot be asked for by changes. */
    Contents contents(ScopeStore scope) {
        return new Contents(
                watermark,
                scope.counts(),
                new TreeMap<>(resources),
                new TreeMap<>(passages),
                new TreeMap<>(categories),
                new TreeMap<>(items),
                new TreeMap<>(vectors),
                scope.pendingDeletions(1_000));
    }

    /** An item that was shown. */
    MemoryItem item(String id) {
        return Objects.requireNonNull(items.get(id), "not shown");
    }

    @Override
    public void startAnew() {
        assertThat(shown).as("shown before the start").isEmpty();
        shown.add("startAnew");
        resources.clear();
        passages.clear();
        categories.clear();
        items.clear();
        vectors.clear();
    }

    @Override
    public void remaining(OwnerKind kind, Set<String> ids) {
        assertThat(shown).as("shown before what remains").allMatch(s -> s.startsWith("remaining"));
        shown.add("remaining " + kind);
        assertThat(told.add(kind)).as("told once").isTrue();
        rows(kind).keySet().retainAll(ids);
        vectors.keySet()
                .removeIf(owner -> owner.startsWith(kind + " ")
                        && !ids.contains(owner.substring(kind.name().length() + 1)));
        ids.clear();
    }

    @Override
    public void resource(Resource resource) {
        show(0, "resource " + resource.id());
        resources.put(resource.id(), resource);
    }

    @Override
    public void passage(Passage passage) {
        show(1, "passage " + passage.id());
        passages.put(passage.id(), passage);
    }

    @Override
    public void category(Category category) {
        show(2, "category " + category.id());
        categories.put(category.id(), category);
    }

    @Override
    public void item(MemoryItem item) {
        show(3, "item " + item.id());
        items.put(item.id(), Samples.sorted(item));
    }

    @Override
    public void embedding(Embedding embedding) {
        String owner = embedding.ownerKind() + " " + embedding.ownerId();
        show(4, "embedding " + owner);
        List<Float> floats = new ArrayList<>();
        for (float f : embedding.vector()) {
            floats.add(f);
        }
        vectors.put(owner, floats);
    }

    private void show(int kindInOrder, String what) {
        assertThat(kindInOrder).as("order of kinds at " + what).isGreaterThanOrEqualTo(rank);
        assertThat(shown.add(what)).as("shown once: " + what).isTrue();
        rank = kindInOrder;
    }

    private Map<String, ?> rows(OwnerKind kind) {
        return switch (kind) {
            case RESOURCE -> resources;
            case PASSAGE -> passages;
            case CATEGORY -> categories;
            case ITEM -> items;
        };
    }
}
