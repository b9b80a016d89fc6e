package io.memu4j.internal.search.rank;

import io.memu4j.internal.search.index.Slots;
import io.memu4j.internal.search.index.UnitMetadata;
import io.memu4j.internal.search.index.Units;
import io.memu4j.internal.search.vector.SlotScore;
import io.memu4j.retrieve.Signal;
import io.memu4j.spi.search.SearchHit;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Ranks passages by when they were said, for a question that names a time and no topic: "what did we talk about on 8 May?". */
final class DatedRanking {
    /** Weight of the substance in the selection of candidates, when more passages are of that time than are candidates. */
    private static final float TIE = 0.001f;

    private DatedRanking() {}

    /** Returns the passages of that time, then those of the three weeks after it; empty when there are none. */
    static List<SearchHit> top(RankingRequest request, Set<String> names, IntPredicate accepted) {
        Units<UnitMetadata.OfPassage> passages = request.units().passages();
        SlotScore substance = PassageFeatures.substance(passages);
        ScoreFusion fusion = request.fusion(SignalWeights.DATED_PASSAGES);
        fusion.addLexical(Signal.TIME, nearness(request.question().times(), passages, substance));
        fusion.addPrior(Signal.SPEAKER, PassageFeatures.saidBy(names, passages));
        fusion.addPrior(Signal.DECLARATIVE, PassageFeatures.declarative(passages));
        fusion.addAmount(Signal.SUBSTANCE, substance);
        return fusion.top(passages.slots(), accepted, request.k());
    }

    private static float[] nearness(QuestionTimes times, Units<UnitMetadata.OfPassage> passages, SlotScore substance) {
        Slots slots = passages.slots();
        float[] scores = new float[slots.limit()];
        for (int slot = slots.next(0); slot >= 0; slot = slots.next(slot + 1)) {
            float nearness = times.nearness(passages.metadata(slot));
            scores[slot] = nearness == 0 ? 0 : nearness + TIE * substance.of(slot);
        }
        return scores;
    }
}
