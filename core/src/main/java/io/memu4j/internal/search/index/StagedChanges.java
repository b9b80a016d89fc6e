package io.memu4j.internal.search.index;

import io.memu4j.internal.search.text.Analyses;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ChangeReader;
import io.memu4j.spi.store.Embedding;
import io.memu4j.spi.store.OwnerKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Changes of a scope as the store shows them, analysed and collected, to be applied to the index in one batch. Texts are released as soon as
 * they are analysed.
 */
public final class StagedChanges implements ChangeReader {
    private static final int WORTH_COMPACTING = 1_000;

    private final Analyses analyses;
    private final List<Consumer<ScopeUnits>> changes = new ArrayList<>();
    private final Map<OwnerKind, Integer> remaining = new EnumMap<>(OwnerKind.class);
    private boolean anew;

    public StagedChanges(TextAnalysis analysis) {
        this.analyses = new Analyses(analysis);
    }

    /** Returns whether the changes are the contents of the whole scope. */
    public boolean isAnew() {
        return anew;
    }

    /** Declares the changes to be the whole scope. */
    public void replaceAll() {
        anew = true;
    }

    /**
     * Returns whether over a quarter of the slots of a kind would be free after the changes, in an index of at least {@link
     * #WORTH_COMPACTING} slots: then reading the scope anew is cheaper than searching around the free slots.
     */
    public boolean isRebuildCheaper(ScopeUnits units) {
        for (Map.Entry<OwnerKind, Integer> kind : remaining.entrySet()) {
            long slots = units.units(kind.getKey()).slots().limit();
            if (slots >= WORTH_COMPACTING && kind.getValue() * 4L < slots * 3) {
                return true;
            }
        }
        return false;
    }

    /** Waits until all texts are analysed. Called after the last change was read. */
    public void finish() {
        analyses.finish();
    }

    /** Applies all changes and settles the units. */
    public void applyTo(ScopeUnits units) {
        finish();
        for (Consumer<ScopeUnits> change : changes) {
            change.accept(units);
        }
        units.settle();
    }

    @Override
    public void startAnew() {
        anew = true;
        changes.clear();
    }

    @Override
    public void remaining(OwnerKind kind, Set<String> ids) {
        remaining.put(kind, ids.size());
        changes.add(units -> units.retain(kind, ids));
    }

    @Override
    public void resource(Resource resource) {
        String id = resource.id();
        UnitMetadata.OfResource metadata =
                new UnitMetadata.OfResource(resource.sourceKey(), resource.modality(), resource.attributes());
        Analyses.Text text = analyses.add(UnitText.of(resource));
        changes.add(units -> units.resources().put(id, metadata, text.terms()));
    }

    @Override
    public void passage(Passage passage) {
        String id = passage.id();
        UnitMetadata.OfPassage metadata = UnitMetadata.OfPassage.of(passage);
        Analyses.Text text = analyses.add(UnitText.of(passage));
        changes.add(units -> units.putPassage(id, metadata, text.terms()));
    }

    @Override
    public void category(Category category) {
        String id = category.id();
        UnitMetadata.OfCategory metadata = new UnitMetadata.OfCategory(category.nameKey());
        Analyses.Text text = analyses.add(UnitText.of(category));
        changes.add(units -> units.categories().put(id, metadata, text.terms()));
    }

    @Override
    public void item(MemoryItem item) {
        String id = item.id();
        UnitMetadata.OfItem metadata = UnitMetadata.OfItem.of(item);
        Analyses.Text text = analyses.add(UnitText.of(item));
        changes.add(units -> units.putItem(id, metadata, text.terms()));
    }

    @Override
    public void embedding(Embedding embedding) {
        OwnerKind kind = embedding.ownerKind();
        String id = embedding.ownerId();
        float[] vector = embedding.vector();
        changes.add(units -> units.putVector(kind, id, vector));
    }
}
