package io.memu4j.internal.write;

import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.spi.store.ScopeStore;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The passages that items cite, new and stored: who said it, and when. One thread. */
final class Evidence {
    private static final Comparator<Passage> BY_PLACE =
            Comparator.comparingInt(Passage::index).thenComparingInt(Passage::part);

    private final ScopeStore store;
    private final Map<String, Passage> passages = new HashMap<>();

    /** @param read passages that may not be stored yet */
    Evidence(ScopeStore store, Collection<Passage> read) {
        this.store = store;
        read.forEach(passage -> passages.put(passage.id(), passage));
    }

    /** Reads what some items cite, so that it is read at once. */
    void load(Collection<MemoryItem> items) {
        Set<String> missing = new HashSet<>();
        items.forEach(item -> missing.addAll(item.passageIds()));
        missing.removeAll(passages.keySet());
        if (!missing.isEmpty()) {
            store.passages(missing).forEach(passage -> passages.put(passage.id(), passage));
        }
    }

    /** Returns when an item was last said, or null. */
    @Nullable
    OffsetDateTime saidAt(MemoryItem item) {
        return cited(item).stream()
                .map(Passage::saidAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Returns the person who said an item: the name, or the role where there is no name; empty for an assistant or a document. */
    Optional<String> person(MemoryItem item) {
        return cited(item).stream()
                .max(BY_PLACE)
                .filter(passage -> !"assistant".equals(passage.role()) && !"system".equals(passage.role()))
                .map(passage -> passage.speaker() == null ? passage.role() : passage.speaker());
    }

    private List<Passage> cited(MemoryItem item) {
        return item.passageIds().stream()
                .map(passages::get)
                .filter(Objects::nonNull)
                .toList();
    }
}
