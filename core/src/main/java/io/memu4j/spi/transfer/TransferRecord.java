package io.memu4j.spi.transfer;

import io.memu4j.model.Category;
import io.memu4j.model.EmbeddingSpace;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.MemoryScope;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row on its way into a database. Records come scope by scope: the scope, its categories, its resources, its items. Each resource is
 * followed by its passages and the pieces of its copy. Vectors are {@code float[dimension]} of the scope's space, or null. They are not
 * copied; do not change them.
 */
@SuppressWarnings("ArrayRecordComponent") // vectors and pieces of files pass through, compared and copied by nobody
public sealed interface TransferRecord {
    /**
     * The beginning of a scope.
     *
     * @param scope the user and the agent
     * @param space the space of the vectors that follow, or null if none follow
     */
    record OfScope(MemoryScope scope, @Nullable EmbeddingSpace space) implements TransferRecord {}

    /**
     * A category.
     *
     * @param category the category
     * @param vector its vector, or null
     */
    record OfCategory(Category category, float @Nullable [] vector) implements TransferRecord {}

    /**
     * A resource. Its blob key has no meaning in the target.
     *
     * @param resource the resource
     * @param vector its vector, or null
     * @param passages the number of passages that follow
     * @param copyBytes the number of bytes of its copy that follow, or null if there is no copy
     */
    record OfResource(Resource resource, float @Nullable [] vector, int passages, @Nullable Long copyBytes)
            implements TransferRecord {}

    /**
     * A passage of the last resource.
     *
     * @param passage the passage
     * @param vector its vector, or null
     */
    record OfPassage(Passage passage, float @Nullable [] vector) implements TransferRecord {}

    /**
     * The next piece of the last resource's copy.
     *
     * @param resourceId the id of that resource
     * @param piece its bytes
     */
    record OfCopy(String resourceId, byte[] piece) implements TransferRecord {}

    /**
     * An item. What it cites and links came before.
     *
     * @param item the item
     * @param history what happened to it, oldest first; not modifiable
     * @param vector its vector, or null
     */
    record OfItem(MemoryItem item, List<ItemEvent> history, float @Nullable [] vector) implements TransferRecord {
        // spelled out, because NullAway does not see the annotation of an array in a compact constructor
        /**
         * Copies the list.
         *
         * @param item the item
         * @param history what happened to it, oldest first
         * @param vector its vector, or null
         */
        public OfItem(MemoryItem item, List<ItemEvent> history, float @Nullable [] vector) {
            this.item = item;
            this.history = List.copyOf(history);
            this.vector = vector;
        }
    }
}
