package io.memu4j.internal.reembed;

import io.memu4j.internal.llm.EmbeddedText;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.store.ScopeStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what is to be embedded. */
final class StoredTexts {
    private StoredTexts() {}

    /** Id to text, of those that still exist and have one. */
    static Map<String, String> of(ScopeStore scope, OwnerKind kind, List<String> ids) {
        Map<String, String> texts = new LinkedHashMap<>();
        switch (kind) {
            case PASSAGE -> {
                for (Passage passage : scope.passages(ids)) {
                    texts.put(passage.id(), EmbeddedText.of(passage));
                }
            }
            case ITEM -> {
                for (MemoryItem item : scope.items(ids)) {
                    texts.put(item.id(), EmbeddedText.of(item));
                }
            }
            case CATEGORY ->
                ids.forEach(id -> scope.category(id).ifPresent(found -> texts.put(id, EmbeddedText.of(found))));
            case RESOURCE -> {
                for (Resource resource : scope.resources(ids)) {
                    String caption = EmbeddedText.of(resource);
                    if (caption != null) {
                        texts.put(resource.id(), caption);
                    }
                }
            }
        }
        return texts;
    }
}
