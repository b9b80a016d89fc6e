package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.vector.SlotScore;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Ranks passages by when they were said, for a question that names a time or a talk and no topic: "what did we talk about on 8 May?". */
final class DatedRanking {
    /** Weight of the spread in the selection of candidates, when more passages are of that time than are candidates. */
    private static final float TIE = 0.001f;

    private static final long DAY_SECONDS = 24 * 3600;

    private DatedRanking() {}

    /** Returns the passages of that time, then those of the three weeks after it; empty when there are none. */
    static List<SearchHit> top(RankingRequest request, Set<String> names, IntPredicate accepted) {
        Units<UnitMetadata.OfPassage> passages = request.units().passages();
        float[] nearness = nearness(request.question().times(), passages);
        SlotScore spread = spread(nearness, passages);
        ScoreFusion fusion = request.fusion(SignalWeights.DATED_PASSAGES);
        fusion.addLexical(Signal.TIME, selecting(nearness, spread));
        fusion.addPrior(Signal.SPEAKER, PassageFeatures.saidBy(names, passages));
        fusion.addPrior(Signal.DECLARATIVE, PassageFeatures.declarative(passages));
        fusion.addAmount(Signal.SUBSTANCE, spread);
        return fusion.top(passages.slots(), accepted, request.k());
    }

    private static float[] nearness(QuestionTimes times, Units<UnitMetadata.OfPassage> passages) {
        Slots slots = passages.slots();
        float[] scores = new float[slots.limit()];
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            scores[slot] = times.nearness(passages.metadata(slot));
        }
        return scores;
    }

    private static float[] selecting(float[] nearness, SlotScore spread) {
        float[] scores = new float[nearness.length];
        for (int slot = 0; slot < scores.length; slot++) {
            scores[slot] = nearness[slot] == 0 ? 0 : nearness[slot] + TIE * spread.of(slot);
        }
        return scores;
    }

    /**
     * Scores passages by substance within their day: 1 for the most substantial one, a half for the second, and so on. So a span
     * of many days is answered from all of them.
     */
    private static SlotScore spread(float[] nearness, Units<UnitMetadata.OfPassage> passages) {
        SlotScore substance = PassageFeatures.substance(passages);
        Map<Long, List<Integer>> byDay = new HashMap<>();
        for (int slot = 0; slot < nearness.length; slot++) {
            if (nearness[slot] > 0) {
                UnitMetadata.OfPassage passage = passages.metadata(slot);
                long day = Math.floorDiv(passage.saidAt() + passage.offset(), DAY_SECONDS);
                byDay.computeIfAbsent(day, key -> new ArrayList<>()).add(slot);
            }
        }
        float[] spread = new float[nearness.length];
        byDay.values().forEach(slots -> {
            slots.sort(Comparator.<Integer>comparingDouble(slot -> -substance.of(slot))
                    .thenComparing(slot -> passages.slots().id(slot)));
            for (int i = 0; i < slots.size(); i++) {
                spread[slots.get(i)] = 1f / (1 + i);
            }
        });
        return slot -> spread[slot];
    }
}
