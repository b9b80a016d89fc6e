package io.memu4j.internal.transfer.load;

import io.memu4j.model.MemoryScope;
import io.memu4j.spi.store.OwnerKind;
import io.memu4j.transfer.ImportReport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what becomes of the rows of one scope. One thread. */
final class ScopeTally {
    private static final int MAX_NOTES = 100;

    /** What becomes of a row. */
    enum Fate {
        ADDED,
        UNCHANGED,
        MERGED,
        DIFFERENT,
        LEFT_OUT
    }

    private final Map<OwnerKind, Map<Fate, Long>> counts = new EnumMap<>(OwnerKind.class);
    private final List<String> notes = new ArrayList<>();
    long copiesKept;
    long copiesMissing;

    void count(OwnerKind kind, Fate fate, long rows) {
        counts.computeIfAbsent(kind, k -> new EnumMap<>(Fate.class)).merge(fate, rows, Long::sum);
    }

    void note(String sentence) {
        if (notes.size() < MAX_NOTES && !notes.contains(sentence)) {
            notes.add(sentence);
        }
    }

    ImportReport.ImportedScope report(MemoryScope scope, ImportReport.Vectors vectors) {
        return new ImportReport.ImportedScope(
                scope,
                tally(OwnerKind.CATEGORY),
                tally(OwnerKind.RESOURCE),
                tally(OwnerKind.PASSAGE),
                tally(OwnerKind.ITEM),
                vectors,
                new ImportReport.Copies(copiesKept, copiesMissing),
                notes);
    }

    private ImportReport.Tally tally(OwnerKind kind) {
        Map<Fate, Long> fates = counts.getOrDefault(kind, Map.of());
        return new ImportReport.Tally(
                fates.getOrDefault(Fate.ADDED, 0L),
                fates.getOrDefault(Fate.UNCHANGED, 0L),
                fates.getOrDefault(Fate.MERGED, 0L),
                fates.getOrDefault(Fate.DIFFERENT, 0L),
                fates.getOrDefault(Fate.LEFT_OUT, 0L));
    }
}
