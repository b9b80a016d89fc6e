package io.memu4j.internal.transfer.load;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.llm.EmbeddedText;
import io.memu4j.internal.transfer.load.ScopeTally.Fate;
import io.memu4j.model.Category;
import io.memu4j.model.Closing;
import io.memu4j.model.ItemEvent;
import io.memu4j.model.MemoryItem;
import io.memu4j.model.Passage;
import io.memu4j.spi.store.ItemKey;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.spi.transfer.TransferRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings items in. What is there under an item's id stays as it is; one that makes the same statement is reinforced, once. */
record ItemStep(ScopeImport scope) {
    /** An item, and where it comes from. */
    record Row(long line, TransferRecord.OfItem item) {}

    ImportPlan plan(List<Row> rows) {
        ImportPlan plan = new ImportPlan(scope.tally);
        Known known = new Known(rows);
        for (Row row : rows) {
            MemoryItem came = placed(row, known);
            MemoryItem same = known.byId.get(came.id());
            MemoryItem twin = known.byKey.get(ItemKey.of(came));
            boolean unproven =
                    came.passageIds().isEmpty() && cites(row) && came.origin() == MemoryItem.Origin.EXTRACTED;
            if (same != null) {
                boolean unchanged = isSame(came, same);
                plan.fate(OwnerKind.ITEM, unchanged ? Fate.UNCHANGED : Fate.DIFFERENT, 1);
                if (!unchanged) {
                    plan.note("The item " + came.id() + " is there with another content, which was kept.");
                }
            } else if (unproven) {
                plan.fate(OwnerKind.ITEM, Fate.LEFT_OUT, 1);
                plan.note("The item " + came.id() + " was left out: none of the passages that prove it was taken.");
            } else if (twin != null) {
                merge(plan, came, twin, known);
            } else {
                plan.changes.put(came);
                history(row, known).forEach(plan.changes::put);
                plan.wanted.add(new VectorStep.Wanted(
                        OwnerKind.ITEM,
                        came.id(),
                        EmbeddedText.of(came),
                        row.item().vector()));
                plan.fate(OwnerKind.ITEM, Fate.ADDED, 1);
                known.add(came);
            }
        }
        return plan;
    }

    /** Says it again, unless everything that it would add is there. */
    private static void merge(ImportPlan plan, MemoryItem came, MemoryItem twin, Known known) {
        boolean covered = new HashSet<>(twin.passageIds()).containsAll(came.passageIds())
                && new HashSet<>(twin.categoryIds()).containsAll(came.categoryIds())
                && !came.reinforcedAt().isAfter(twin.reinforcedAt());
        if (!covered) {
            plan.changes.put(came);
            known.byId.put(came.id(), came);
        }
        plan.fate(OwnerKind.ITEM, Fate.MERGED, 1);
    }

    /** An item that was deleted here has its history still. */
    private List<ItemEvent> history(Row row, Known known) {
        return row.item().history().stream()
                .map(event -> new ItemEvent(
                        scope.ids.of(event.id()),
                        scope.ids.of(event.itemId()),
                        event.kind(),
                        event.at(),
                        event.actor(),
                        event.before(),
                        event.reason()))
                .filter(event -> !known.events.contains(event.id()))
                .toList();
    }

    private static boolean cites(Row row) {
        return !row.item().item().passageIds().isEmpty();
    }

    private MemoryItem placed(Row row, Known known) {
        MemoryItem item = row.item().item();
        List<String> passages = item.passageIds().stream()
                .map(scope::passage)
                .filter(id -> known.requirePassage(id, row.line()))
                .distinct()
                .toList();
        List<String> categories = item.categoryIds().stream()
                .map(scope::category)
                .filter(id -> known.requireCategory(id, row.line()))
                .distinct()
                .toList();
        Closing closing = item.closing();
        return item.toBuilder()
                .id(scope.ids.of(item.id()))
                .version(0)
                .passageIds(passages)
                .categoryIds(categories)
                .closing(closing == null ? null : placed(closing))
                .build();
    }

    private Closing placed(Closing closing) {
        String by = closing.supersededBy();
        return new Closing(closing.reason(), by == null ? null : scope.ids.of(by), closing.at());
    }

    private static boolean isSame(MemoryItem came, MemoryItem same) {
        return came.type().equals(same.type())
                && came.summary().equals(same.summary())
                && Objects.equals(came.happenedAt(), same.happenedAt())
                && came.origin() == same.origin()
                && came.reinforcements() == same.reinforcements()
                && came.attributes().equals(same.attributes())
                && Objects.equals(came.holds(), same.holds())
                && Objects.equals(came.closing(), same.closing())
                && Set.copyOf(came.passageIds()).equals(Set.copyOf(same.passageIds()))
                && Set.copyOf(came.categoryIds()).equals(Set.copyOf(same.categoryIds()));
    }

    /** What is stored of what some rows speak of, and of the rows themselves as they are added. */
    private final class Known {
        final Map<String, MemoryItem> byId = new HashMap<>();
        final Map<ItemKey, MemoryItem> byKey = new HashMap<>();
        final Set<String> events;
        private final Set<String> passages;
        private final Set<String> categories;

        Known(List<Row> rows) {
            List<MemoryItem> items = rows.stream().map(row -> row.item().item()).toList();
            scope.store
                    .items(items.stream().map(item -> scope.ids.of(item.id())).toList())
                    .forEach(item -> byId.put(item.id(), item));
            scope.store
                    .itemsWith(items.stream().map(ItemKey::of).toList())
                    .forEach(item -> byKey.put(ItemKey.of(item), item));
            List<String> recorded = rows.stream()
                    .filter(row -> !row.item().history().isEmpty())
                    .map(row -> scope.ids.of(row.item().item().id()))
                    .toList();
            events = scope.store.history(recorded).stream().map(ItemEvent::id).collect(Collectors.toSet());
            Set<String> cited = items.stream()
                    .flatMap(item -> item.passageIds().stream())
                    .map(scope::passage)
                    .collect(Collectors.toSet());
            passages = scope.store.passages(cited).stream().map(Passage::id).collect(Collectors.toSet());
            categories = scope.store.categories().stream().map(Category::id).collect(Collectors.toSet());
        }

        void add(MemoryItem item) {
            byId.put(item.id(), item);
            byKey.put(ItemKey.of(item), item);
        }

        boolean requirePassage(String id, long line) {
            boolean stored = passages.contains(id);
            if (!stored && !scope.passages.isRefused(id)) {
                throw unknown("passage", id, line);
            }
            return stored;
        }

        boolean requireCategory(String id, long line) {
            if (!categories.contains(id)) {
                throw unknown("category", id, line);
            }
            return true;
        }

        private static InvalidInputException unknown(String kind, String id, long line) {
            return new InvalidInputException("Line " + line + " of the export cannot be used: the item names the "
                    + kind + " " + id + ", which did not come before it. Its batch was not imported; what came before"
                    + " it was.");
        }
    }
}
