package io.memu4j.spi.transfer;

import io.memu4j.model.Category;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A piece of memory on its way. They come scope by scope: the scope, its categories, its resources each followed by its passages and the
 * pieces of its copy, its items. Vectors are {@code float[dimension]} of the scope's space, or null.
 */
@SuppressWarnings("ArrayRecordComponent") // vectors and pieces of files pass through, compared and copied by nobody
public sealed interface TransferRecord {
    /** @param space of the vectors that follow, or null where none do */
    record OfScope(MemoryScope scope, @Nullable EmbeddingSpace space) implements TransferRecord {}

    /** A category. */
    record OfCategory(Category category, float @Nullable [] vector) implements TransferRecord {}

    /**
     * A resource; its blob key means nothing elsewhere.
     *
     * @param passages how many passages follow
     * @param copyBytes how many bytes of its copy follow, or null when there is no copy
     */
    record OfResource(Resource resource, float @Nullable [] vector, int passages, @Nullable Long copyBytes)
            implements TransferRecord {}

    /** A passage of the last resource. */
    record OfPassage(Passage passage, float @Nullable [] vector) implements TransferRecord {}

    /** The next piece of the last resource's copy. */
    record OfCopy(String resourceId, byte[] piece) implements TransferRecord {}

    /** An item; what it cites and links came before. */
    record OfItem(MemoryItem item, float @Nullable [] vector) implements TransferRecord {}
}
