package io.memu4j.internal.transfer.load;

import io.memu4j.spi.store.ChangeSet;
import io.memu4j.spi.store.ChangeSetBuilder;
import io.memu4j.spi.store.OwnerKind;
import java.util.ArrayList;
import java.util.List;

/** What one batch writes as things are now, and what is to be remembered once that is written. One use. */
final class ImportPlan {
    final ChangeSetBuilder changes = ChangeSet.builder();
    final List<VectorStep.Wanted> wanted = new ArrayList<>();
    private final List<Runnable> last = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private final ScopeTally tally;

    ImportPlan(ScopeTally tally) {
        this.tally = tally;
    }

    /** Counts those rows once this is written. */
    void fate(OwnerKind kind, ScopeTally.Fate fate, long rows) {
        afterwards.add(() -> tally.count(kind, fate, rows));
    }

    void note(String sentence) {
        afterwards.add(() -> tally.note(sentence));
    }

    void afterwards(Runnable step) {
        afterwards.add(step);
    }

    /** Done when no model is to be asked any more, right before this is written. */
    void last(Runnable step) {
        last.add(step);
    }

    /** To be called once, before {@link #changes} are written. */
    void finish() {
        last.forEach(Runnable::run);
    }

    void settle() {
        afterwards.forEach(Runnable::run);
    }
}
