package io.memu4j.internal.search.index;

import io.memu4j.internal.search.text.Analyses;
import io.memu4j.internal.search.text.TextAnalysis;
import io.memu4j.model.Category;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.OwnerKind;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.ChangeReader;
import io.memu4j.spi.store.Embedding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What changed in a scope, analysed, ready to be made in its index in one go. Holds no text for long. */
public final class StagedChanges implements ChangeReader {
    private static final int WORTH_COMPACTING = 1_000;

    private final Analyses analyses;
    private final List<Consumer<ScopeUnits>> changes = new ArrayList<>();
    private final Map<OwnerKind, Integer> remaining = new EnumMap<>(OwnerKind.class);
    private boolean anew;

    public StagedChanges(TextAnalysis analysis) {
        this.analyses = new Analyses(analysis);
    }

    /** Whether the changes are the whole scope. */
    public boolean isAnew() {
        return anew;
    }

    /** Declares the changes to be the whole scope. */
    public void replaceAll() {
        anew = true;
    }

    /** Whether what remains of a kind fills less than three quarters of the places that it has in the index now, of which there are many. */
    public boolean leavesMostlyGaps(ScopeUnits units) {
        for (Map.Entry<OwnerKind, Integer> kind : remaining.entrySet()) {
            long places = units.units(kind.getKey()).slots().limit();
            if (places >= WORTH_COMPACTING && kind.getValue() * 4L < places * 3) {
                return true;
            }
        }
        return false;
    }

    /** Waits until all that was read is analysed. Nothing is read after it. */
    public void finish() {
        analyses.finish();
    }

    public void makeIn(ScopeUnits units) {
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
        UnitMetadata.OfResource facts =
                new UnitMetadata.OfResource(resource.sourceKey(), resource.modality(), resource.attributes());
        Analyses.Text text = analyses.add(UnitText.of(resource));
        changes.add(units -> units.resources().put(id, facts, text.terms()));
    }

    @Override
    public void passage(Passage passage) {
        String id = passage.id();
        UnitMetadata.OfPassage facts = UnitMetadata.OfPassage.of(passage);
        Analyses.Text text = analyses.add(UnitText.of(passage));
        changes.add(units -> units.putPassage(id, facts, text.terms()));
    }

    @Override
    public void category(Category category) {
        String id = category.id();
        UnitMetadata.OfCategory facts = new UnitMetadata.OfCategory(category.nameKey());
        Analyses.Text text = analyses.add(UnitText.of(category));
        changes.add(units -> units.categories().put(id, facts, text.terms()));
    }

    @Override
    public void item(MemoryItem item) {
        String id = item.id();
        UnitMetadata.OfItem facts = UnitMetadata.OfItem.of(item);
        Analyses.Text text = analyses.add(UnitText.of(item));
        changes.add(units -> units.putItem(id, facts, text.terms()));
    }

    @Override
    public void embedding(Embedding embedding) {
        OwnerKind kind = embedding.ownerKind();
        String id = embedding.ownerId();
        float[] vector = embedding.vector();
        changes.add(units -> units.putVector(kind, id, vector));
    }
}
