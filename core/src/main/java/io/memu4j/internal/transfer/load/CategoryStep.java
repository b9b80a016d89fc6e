package io.memu4j.internal.transfer.load;

import io.memu4j.internal.llm.EmbeddedText;
import io.memu4j.internal.transfer.load.ScopeTally.Fate;
import io.memu4j.model.Category;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.transfer.TransferRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Brings categories in. A topic of the same name is the same topic, and its text stays as it is. */
record CategoryStep(ScopeImport scope) {
    ImportPlan plan(List<TransferRecord.OfCategory> rows) {
        ImportPlan plan = new ImportPlan(scope.tally);
        Map<String, Category> byId = new HashMap<>();
        Map<String, Category> byName = new HashMap<>();
        for (Category category : scope.store.categories()) {
            byId.put(category.id(), category);
            byName.put(category.nameKey(), category);
        }
        for (TransferRecord.OfCategory row : rows) {
            Category came = withId(row.category(), scope.ids.of(row.category().id()));
            Category same = byId.getOrDefault(came.id(), byName.get(came.nameKey()));
            if (same == null) {
                plan.changes.put(came);
                plan.wanted.add(
                        new VectorStep.Wanted(OwnerKind.CATEGORY, came.id(), EmbeddedText.of(came), row.vector()));
                byId.put(came.id(), came);
                byName.put(came.nameKey(), came);
                plan.fate(OwnerKind.CATEGORY, Fate.ADDED, 1);
            } else {
                known(plan, came, same);
            }
        }
        return plan;
    }

    private void known(ImportPlan plan, Category came, Category same) {
        boolean sameText = same.name().equals(came.name())
                && same.description().equals(came.description())
                && same.summary().equals(came.summary());
        boolean sameId = same.id().equals(came.id());
        if (!sameId) {
            plan.afterwards(() -> scope.isElsewhere(came, same));
        }
        if (sameText) {
            plan.fate(OwnerKind.CATEGORY, sameId ? Fate.UNCHANGED : Fate.MERGED, 1);
        } else {
            plan.fate(OwnerKind.CATEGORY, Fate.DIFFERENT, 1);
            plan.note("The category " + came.id() + " is there as " + same.id()
                    + " with another text, which was kept; items are linked to it.");
        }
    }

    private static Category withId(Category category, String id) {
        return category.toBuilder().id(id).version(0).build();
    }
}
