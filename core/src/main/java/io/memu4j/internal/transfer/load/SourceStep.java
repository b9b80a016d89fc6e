package io.memu4j.internal.transfer.load;

import io.memu4j.internal.llm.EmbeddedText;
import io.memu4j.internal.transfer.load.ScopeTally.Fate;
import io.memu4j.model.Passage;
import io.memu4j.model.Resource;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.transfer.TransferRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Brings resources in, each with all its passages and its copy. What is there under its id or its source key stays as it is. */
record SourceStep(ScopeImport scope, CopyStep copies) {
    ImportPlan plan(List<SourceGroup> groups) {
        ImportPlan plan = new ImportPlan(scope.tally);
        Map<String, Resource> byId = new HashMap<>();
        List<String> ids = groups.stream()
                .map(group -> scope.ids.of(group.resource().id()))
                .toList();
        scope.store.resources(ids).forEach(resource -> byId.put(resource.id(), resource));
        Set<String> taken = takenPassages(groups);
        Map<String, Resource> byKey = new HashMap<>();
        Map<String, SourceGroup> added = new HashMap<>();
        for (SourceGroup group : groups) {
            Resource came = group.resource();
            Resource same = byId.get(scope.ids.of(came.id()));
            if (same == null) {
                same = byKey.containsKey(came.sourceKey())
                        ? byKey.get(came.sourceKey())
                        : scope.store.resourceByKey(came.sourceKey()).orElse(null);
            }
            if (same != null) {
                known(plan, group, same, stored(same, added));
            } else if (group.passages.stream()
                    .anyMatch(row -> taken.contains(scope.ids.of(row.passage().id())))) {
                refuse(plan, group);
            } else {
                Resource fresh = add(plan, group);
                byId.put(fresh.id(), fresh);
                byKey.put(fresh.sourceKey(), fresh);
                added.put(fresh.id(), group);
                group.passages.forEach(
                        row -> taken.add(scope.ids.of(row.passage().id())));
            }
        }
        return plan;
    }

    private Resource add(ImportPlan plan, SourceGroup group) {
        String id = scope.ids.of(group.resource().id());
        Resource added = placed(group.resource(), id, null);
        plan.last(() -> plan.changes.put(placed(group.resource(), id, copies.keep(group, id))));
        String caption = EmbeddedText.of(added);
        if (caption != null) {
            plan.wanted.add(new VectorStep.Wanted(OwnerKind.RESOURCE, id, caption, group.head.vector()));
        }
        for (TransferRecord.OfPassage row : group.passages) {
            Passage passage = placed(row.passage(), scope.ids.of(row.passage().id()), id);
            plan.changes.put(passage);
            plan.wanted.add(
                    new VectorStep.Wanted(OwnerKind.PASSAGE, passage.id(), EmbeddedText.of(passage), row.vector()));
        }
        plan.fate(OwnerKind.RESOURCE, Fate.ADDED, 1);
        plan.fate(OwnerKind.PASSAGE, Fate.ADDED, group.passages.size());
        plan.afterwards(() -> {
            scope.tally.copiesKept += group.blobKey == null ? 0 : 1;
            scope.tally.copiesMissing +=
                    group.blobKey == null && group.resource().mediaType() != null ? 1 : 0;
        });
        return added;
    }

    /** The same source is there: under its id or under another one. */
    private void known(ImportPlan plan, SourceGroup group, Resource same, Map<String, String> byPlace) {
        copies.discard(group);
        String id = scope.ids.of(group.resource().id());
        boolean sameId = same.id().equals(id);
        boolean sameContent = sameContent(group.resource(), same);
        Map<String, String> found = new HashMap<>();
        List<String> lost = new ArrayList<>();
        for (TransferRecord.OfPassage row : group.passages) {
            String own = scope.ids.of(row.passage().id());
            String there = byPlace.get(place(row.passage()));
            if (there == null) {
                lost.add(own);
            } else if (!there.equals(own)) {
                found.put(own, there);
            }
        }
        plan.afterwards(() -> {
            found.forEach(scope.passages::elsewhere);
            lost.forEach(scope.passages::refused);
        });
        boolean whole = sameContent && lost.isEmpty();
        Fate fate = !whole ? Fate.DIFFERENT : sameId ? Fate.UNCHANGED : Fate.MERGED;
        plan.fate(OwnerKind.RESOURCE, fate, 1);
        plan.fate(OwnerKind.PASSAGE, sameId ? Fate.UNCHANGED : Fate.MERGED, group.passages.size() - lost.size());
        plan.fate(OwnerKind.PASSAGE, Fate.LEFT_OUT, lost.size());
        if (!whole) {
            plan.note("The resource " + id + " is there as " + same.id()
                    + " with another content, which was kept; passages that only the imported one has were left out.");
        }
    }

    /** Ids of the resource's passages by what they say and where: of the stored ones, or of those that are about to be. */
    private Map<String, String> stored(Resource resource, Map<String, SourceGroup> added) {
        Map<String, String> byPlace = new HashMap<>();
        SourceGroup fresh = added.get(resource.id());
        if (fresh == null) {
            scope.store.passagesOf(resource.id()).forEach(passage -> byPlace.put(place(passage), passage.id()));
        } else {
            fresh.passages.forEach(row ->
                    byPlace.put(place(row.passage()), scope.ids.of(row.passage().id())));
        }
        return byPlace;
    }

    private void refuse(ImportPlan plan, SourceGroup group) {
        copies.discard(group);
        plan.fate(OwnerKind.RESOURCE, Fate.LEFT_OUT, 1);
        plan.fate(OwnerKind.PASSAGE, Fate.LEFT_OUT, group.passages.size());
        plan.note("The resource " + scope.ids.of(group.resource().id())
                + " was left out: ids of its passages are those of another resource's.");
        plan.afterwards(() -> group.passages.forEach(
                row -> scope.passages.refused(scope.ids.of(row.passage().id()))));
    }

    /** Passages of these groups that are stored, of whatever resource, and ids that came twice. */
    private Set<String> takenPassages(List<SourceGroup> groups) {
        Set<String> came = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (SourceGroup group : groups) {
            for (TransferRecord.OfPassage row : group.passages) {
                String id = scope.ids.of(row.passage().id());
                if (!came.add(id)) {
                    taken.add(id);
                }
            }
        }
        scope.store.passages(came).forEach(passage -> taken.add(passage.id()));
        return taken;
    }

    private static String place(Passage passage) {
        return passage.index() + "/" + passage.part() + "/" + passage.speaker() + "/" + passage.text();
    }

    private static boolean sameContent(Resource came, Resource same) {
        return came.contentHash().equals(same.contentHash())
                && came.sourceKey().equals(same.sourceKey())
                && came.modality() == same.modality()
                && Objects.equals(came.caption(), same.caption())
                && came.attributes().equals(same.attributes());
    }

    private static Resource placed(Resource from, String id, @Nullable String blobKey) {
        return from.toBuilder().id(id).version(0).blobKey(blobKey).build();
    }

    private static Passage placed(Passage from, String id, String resourceId) {
        return from.toBuilder().id(id).resourceId(resourceId).build();
    }
}
