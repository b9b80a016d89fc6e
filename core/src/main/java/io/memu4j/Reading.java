package io.memu4j;

import io.memu4j.ingest.PassagePlan;
import io.memu4j.model.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which passages are read in order to understand a source.
 *
 * @param context understood before
 * @param fresh to be understood
 * @param wantCaption whether the caption is written, anew or for the first time
 */
record Reading(List<Passage> context, List<Passage> fresh, boolean wantCaption) {
    /** All of a source; what is unchanged is context, unless it is to be understood again. */
    static Reading whole(PassagePlan plan, boolean again) {
        if (!again) {
            return new Reading(plan.kept(), plan.fresh(), true);
        }
        List<Passage> all = new ArrayList<>(plan.kept());
        all.addAll(plan.fresh());
        return new Reading(List.of(), all, true);
    }

    /**
     * The continuation of a conversation. Its caption is written anew each time the conversation has doubled: as it grows, that costs less
     * and less per message.
     */
    static Reading continuation(@Nullable Passage last, PassagePlan plan, Supplier<List<Passage>> stored) {
        int before = last == null ? 0 : last.index() + 1;
        boolean doubled = Integer.highestOneBit(before + plan.fresh().size()) > Integer.highestOneBit(before);
        return new Reading(doubled ? stored.get() : Stream.ofNullable(last).toList(), plan.fresh(), doubled);
    }
}
