package io.memu4j.internal.write;

import io.memu4j.model.Category;
import io.memu4j.spi.store.Embedding;
import java.util.List;
import java.util.Map;

/**
 * The categories of a write.
 *
 * @param written new categories, and those with a new summary
 * @param embeddings vectors of the written ones
 * @param byKey every category after the write, by {@link Category#nameKey()}
 */
record CategoryChanges(List<Category> written, List<Embedding> embeddings, Map<String, Category> byKey) {}
