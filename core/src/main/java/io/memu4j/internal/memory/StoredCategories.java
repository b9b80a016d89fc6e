package io.memu4j.internal.memory;

import io.memu4j.memory.Categories;
import io.memu4j.model.Category;
import io.memu4j.spi.store.ScopeStore;
import java.util.List;
import java.util.Optional;

/** The categories of one scope. */
public record StoredCategories(ScopeStore store) implements Categories {
    @Override
    public Optional<Category> get(String id) {
        return store.category(id);
    }

    @Override
    public List<Category> list() {
        return store.categories();
    }
}
