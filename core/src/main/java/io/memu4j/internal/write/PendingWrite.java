package io.memu4j.internal.write;

import io.memu4j.model.MemoryItem;
import io.memu4j.model.OwnerKind;
import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an operation wants to write but for the summaries, which other writers may overtake. One thread. */
public final class PendingWrite {
    /**
     * An item to write.
     *
     * @param item without its categories
     * @param categories names of its categories
     * @param before what is stored, or null for a new item
     */
    public record DraftItem(MemoryItem item, List<String> categories, @Nullable MemoryItem before) {}

    private final List<DraftItem> items = new ArrayList<>();
    private final List<MemoryItem> deletedItems = new ArrayList<>();
    private final List<Consumer<ChangeSetBuilder>> rest = new ArrayList<>();
    private final boolean propagate;
    private final boolean late;
    private Consumer<ChangeSetBuilder> lastStep = changes -> {};
    private Runnable takeBack = () -> {};

    /** @param propagate whether the summaries follow */
    public PendingWrite(boolean propagate) {
        this(propagate, false);
    }

    private PendingWrite(boolean propagate, boolean late) {
        this.propagate = propagate;
        this.late = late;
    }

    /** One that fills gaps of a source: what it adds was said before some of what the summaries know. */
    public static PendingWrite ofGaps() {
        return new PendingWrite(true, true);
    }

    boolean isLate() {
        return late;
    }

    boolean propagates() {
        return propagate;
    }

    List<DraftItem> items() {
        return items;
    }

    List<MemoryItem> deletedItems() {
        return deletedItems;
    }

    public void add(DraftItem item) {
        items.add(item);
    }

    public void delete(MemoryItem item) {
        deletedItems.add(item);
    }

    /** Whatever has nothing to do with summaries. */
    public void also(Consumer<ChangeSetBuilder> change) {
        rest.add(change);
    }

    /**
     * What is to be done outside the store directly before the write, and named by it.
     *
     * @param step done at each try, when nothing but the transaction is left to do
     * @param undo called when that try was refused
     */
    public void directlyBefore(Consumer<ChangeSetBuilder> step, Runnable undo) {
        lastStep = step;
        takeBack = undo;
    }

    /** The whole change set; the transaction is to follow at once. */
    ChangeSet end(ChangeSetBuilder changes) {
        lastStep.accept(changes);
        return changes.build();
    }

    /** The change set was refused. */
    void refused() {
        takeBack.run();
    }

    /** The vector of something it writes; none without an embedding model. */
    public void embed(Operation operation, OwnerKind kind, String ownerId, String text) {
        operation.embedder().embedding(kind, ownerId, text).ifPresent(vector -> also(changes -> changes.put(vector)));
    }

    /** A change set of all but the items, the summaries, and what comes directly before the write. */
    ChangeSetBuilder begin(ChangeSetBuilder changes) {
        rest.forEach(change -> change.accept(changes));
        deletedItems.forEach(item -> changes.deleteItem(new Versioned(item.id(), item.version())));
        return changes;
    }
}
