package io.memu4j.internal.memorize;

import io.memu4j.internal.ingest.PassagePlan;
import io.memu4j.internal.understand.MissingRange;
import io.memu4j.model.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which passages are read in order to understand a source.
 *
 * @param stretches passages that follow each other, in the order of the text
 * @param wantCaption whether the caption is written, anew or for the first time
 */
record ReadingPlan(List<Stretch> stretches, boolean wantCaption) {
    /**
     * Passages that follow each other.
     *
     * @param context understood before
     * @param passages to be understood, at least one
     */
    record Stretch(List<Passage> context, List<Passage> passages) {}

    /** All of a source; what is unchanged is context, unless it was not understood, or everything is to be understood again. */
    static ReadingPlan whole(PassagePlan plan, List<MissingRange> gaps, boolean again) {
        List<Passage> all = new ArrayList<>(plan.kept());
        all.addAll(plan.fresh());
        int kept = plan.kept().size();
        return new ReadingPlan(stretches(all, kept, passage -> again || isMissing(passage, gaps)), true);
    }

    /**
     * The continuation of a conversation, and what was not understood of its beginning. Its caption is written anew each time the
     * conversation has doubled: as it grows, that costs less and less per message.
     */
    static ReadingPlan continuation(
            @Nullable Passage last, PassagePlan plan, List<MissingRange> gaps, Supplier<List<Passage>> stored) {
        int before = last == null ? 0 : last.index() + 1;
        boolean doubled = Integer.highestOneBit(before + plan.fresh().size()) > Integer.highestOneBit(before);
        List<Passage> all = new ArrayList<>(
                doubled || !gaps.isEmpty()
                        ? stored.get()
                        : Stream.ofNullable(last).toList());
        int kept = all.size();
        all.addAll(plan.fresh());
        return new ReadingPlan(stretches(all, kept, passage -> isMissing(passage, gaps)), doubled);
    }

    /** How many passages are read. */
    int size() {
        return stretches.stream().mapToInt(stretch -> stretch.passages().size()).sum();
    }

    Stream<Passage> passages() {
        return stretches.stream().flatMap(stretch -> stretch.passages().stream());
    }

    private static boolean isMissing(Passage passage, List<MissingRange> gaps) {
        return gaps.stream().anyMatch(gap -> gap.covers(passage));
    }

    private static List<Stretch> stretches(List<Passage> all, int kept, Predicate<Passage> readAgain) {
        List<Stretch> stretches = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= all.size(); i++) {
            boolean read = i < all.size() && (i >= kept || readAgain.test(all.get(i)));
            if (read && start < 0) {
                start = i;
            } else if (!read && start >= 0) {
                stretches.add(new Stretch(all.subList(0, start), all.subList(start, i)));
                start = -1;
            }
        }
        return stretches;
    }
}
